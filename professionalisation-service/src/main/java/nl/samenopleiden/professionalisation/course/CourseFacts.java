package nl.samenopleiden.professionalisation.course;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to courses, as the other services hear it: without the trainers, who are people, and
 * without the link, which is for those who take part.
 */
final class CourseFacts {

  private CourseFacts() {}

  record CoursePublished(String id, @JsonUnwrapped Offered offered) {}

  record CourseChanged(String id, @JsonUnwrapped Offered offered) {}

  record CourseCancelled(String id) {}

  /**
   * What is told of a course beside its id.
   *
   * @param series the id of the first edition; of the first edition its own
   * @param boards the numbers of those that it is for; with the schools empty means all
   * @param schools the location codes of those that it is for
   */
  record Offered(
      String title,
      String summary,
      List<String> themes,
      String place,
      Instant startsAt,
      int minutes,
      int seats,
      @Nullable Instant registrationOpensAt,
      Instant endsAt,
      List<Session> sessions,
      boolean online,
      String language,
      List<String> audience,
      @Nullable Instant registrationClosesAt,
      String series,
      int edition,
      List<String> boards,
      List<String> schools) {

    static Offered of(String id, Offer offer) {
      Edition edition = offer.edition();
      return new Offered(
          offer.title(),
          offer.summary(),
          offer.themes(),
          offer.place(),
          offer.startsAt(),
          offer.minutes(),
          offer.seats(),
          offer.registrationOpensAt(),
          offer.endsAt(),
          offer.sessions(),
          offer.online(),
          offer.language(),
          offer.audience(),
          offer.registrationClosesAt(),
          edition == null ? id : edition.first().value(),
          edition == null ? Edition.FIRST : edition.number(),
          offer.circle().boards(),
          offer.circle().schools().stream().map(Circle.School::code).toList());
    }
  }

  static CoursePublished published(String id, Offer offer) {
    return new CoursePublished(id, Offered.of(id, offer));
  }

  static CourseChanged changed(String id, Offer offer) {
    return new CourseChanged(id, Offered.of(id, offer));
  }
}
