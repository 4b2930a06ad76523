package nl.samenopleiden.professionalisation.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to registrations, as the other services hear it: nothing in it says who it is. */
final class RegistrationFacts {

  private RegistrationFacts() {}

  record EnteredDraw(String course, String title, long entry, @Nullable String school) {}

  record Drawn(String course, String title, long entry, @Nullable String school) {}

  record WithdrawnFromDraw(String course, String title, long entry, @Nullable String school) {}

  record SeatConfirmed(String course, String title, long number, @Nullable String school) {}

  record PlacedOnWaitingList(
      String course, String title, long number, int waiting, @Nullable String school) {}

  /** Somebody who waited has a seat: given at once, or accepted. */
  record PromotedFromWaitingList(
      String course, String title, long number, @Nullable String school) {}

  /**
   * Somebody who waited can have a seat, which is kept for that; until then the person waits.
   *
   * @param until until when it can be accepted
   */
  record SeatOffered(
      String course, String title, long number, Instant until, @Nullable String school) {}

  /**
   * A registration is no longer in force.
   *
   * @param had {@code SEAT}, {@code OFFERED} or {@code WAITING}
   * @param reason {@code LAPSED} when an offer was not answered in time; none when the person, or
   *     the course, cancelled
   */
  record RegistrationCancelled(
      String course,
      String title,
      long number,
      String had,
      @Nullable String school,
      @Nullable String reason) {

    RegistrationCancelled(
        String course, String title, long number, String had, @Nullable String school) {
      this(course, title, number, had, school, null);
    }
  }
}
