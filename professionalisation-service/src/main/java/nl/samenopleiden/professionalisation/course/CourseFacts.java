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

  /** What is told of a course beside its id. */
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
      @Nullable Instant registrationClosesAt) {

    static Offered of(Offer offer) {
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
          offer.registrationClosesAt());
    }
  }

  static CoursePublished published(String id, Offer offer) {
    return new CoursePublished(id, Offered.of(offer));
  }

  static CourseChanged changed(String id, Offer offer) {
    return new CourseChanged(id, Offered.of(offer));
  }
}
