package nl.samenopleiden.partnership.overview;

import org.jspecify.annotations.Nullable;

/**
 * What the overview reads of the other services' facts; what they tell beyond that it does not
 * know.
 */
final class Told {

  private Told() {}

  /** Of professionalisation: SeatConfirmed, PlacedOnWaitingList, PromotedFromWaitingList. */
  record RegistrationFact(String course, @Nullable String title) {}

  /** Of professionalisation: CoursePublished, CourseChanged. */
  record CourseFact(String id, @Nullable String title) {}

  /** Of placement: StudentPlaced, PlacementEnded. */
  record PlacementFact(
      String placement, String school, String board, String period, @Nullable String kind) {}

  /** Of placement: CapacityOffered. */
  record CapacityFact(String school, String period, String kind, int places) {}

  /** Of events: PersonInvited, InvitationAnswered. */
  record InvitationFact(
      String evening, @Nullable String title, @Nullable String startsAt, @Nullable String answer) {}

  /** Of events: EveningAnnounced, EveningChanged. */
  record EveningFact(String id, @Nullable String title, @Nullable String startsAt) {}
}
