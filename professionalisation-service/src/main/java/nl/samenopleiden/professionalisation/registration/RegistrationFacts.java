package nl.samenopleiden.professionalisation.registration;

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

  record PromotedFromWaitingList(
      String course, String title, long number, @Nullable String school) {}

  record RegistrationCancelled(
      String course, String title, long number, String had, @Nullable String school) {}
}
