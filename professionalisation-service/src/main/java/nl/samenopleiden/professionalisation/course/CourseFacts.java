package nl.samenopleiden.professionalisation.course;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to courses, as the other services hear it. */
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
      @Nullable Instant registrationOpensAt) {}

  record CourseChanged(
      String id,
      String title,
      String summary,
      List<String> themes,
      String place,
      Instant startsAt,
      int minutes,
      int seats,
      @Nullable Instant registrationOpensAt) {}

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
        offer.registrationOpensAt());
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
        offer.registrationOpensAt());
  }
}
