package nl.samenopleiden.professionalisation.course;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to courses, as the other services hear it: without the trainers, who are people, and
 * without the link, which is for those who take part.
 */
final class CourseFacts {

  private CourseFacts() {}

  record CoursePublished(
      String id,
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
      @Nullable Instant registrationClosesAt) {}

  record CourseChanged(
      String id,
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
      @Nullable Instant registrationClosesAt) {}

  record CourseCancelled(String id) {}

  static CoursePublished published(String id, Offer offer) {
    return new CoursePublished(
        id,
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

  static CourseChanged changed(String id, Offer offer) {
    return new CourseChanged(
        id,
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
