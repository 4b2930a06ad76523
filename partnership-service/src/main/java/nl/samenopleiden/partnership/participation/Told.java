package nl.samenopleiden.partnership.participation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read here of professionalisation's facts. None of it says who somebody is. */
final class Told {

  private Told() {}

  /** SeatConfirmed, PlacedOnWaitingList, PromotedFromWaitingList. */
  record RegistrationFact(String course, @Nullable String title, @Nullable String school) {}

  /** CoursePublished, CourseChanged. */
  record CourseFact(
      @Nullable String title,
      @Nullable List<String> themes,
      @Nullable Instant startsAt,
      @Nullable Integer seats) {}
}
