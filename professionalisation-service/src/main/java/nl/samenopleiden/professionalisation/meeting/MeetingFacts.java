package nl.samenopleiden.professionalisation.meeting;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What happens to theme meetings, as the other services hear it: nothing in it says who takes part,
 * and the link stays with those who do.
 */
final class MeetingFacts {

  private MeetingFacts() {}

  record MeetingPlanned(String id, @JsonUnwrapped Planned planned) {}

  record MeetingChanged(String id, @JsonUnwrapped Planned planned) {}

  /** What is told of a meeting beside its id. */
  record Planned(
      String title,
      String theme,
      @Nullable String place,
      boolean online,
      Instant startsAt,
      Instant endsAt,
      int seats,
      LocalDate lastDay) {

    static Planned of(Plan plan) {
      return new Planned(
          plan.title(),
          plan.theme(),
          plan.place(),
          plan.link() != null,
          plan.startsAt(),
          plan.endsAt(),
          plan.seats(),
          plan.lastDay());
    }
  }

  record MeetingCancelled(String id, String title) {}

  /**
   * Somebody joined.
   *
   * @param number which participant of the meeting it is
   * @param organisation the board or pabo that the person comes from
   * @param school the location code of the person's school
   */
  record MeetingJoined(
      String meeting, String title, long number, String organisation, @Nullable String school) {}

  /** Somebody who had joined does not come after all. */
  record MeetingLeft(
      String meeting, String title, long number, String organisation, @Nullable String school) {}

  static MeetingPlanned planned(String id, Plan plan) {
    return new MeetingPlanned(id, Planned.of(plan));
  }

  static MeetingChanged changed(String id, Plan plan) {
    return new MeetingChanged(id, Planned.of(plan));
  }

  static MeetingJoined joined(String id, Plan plan, Participant participant) {
    return new MeetingJoined(
        id,
        plan.title(),
        participant.number(),
        participant.who().organisation(),
        participant.who().school());
  }

  static MeetingLeft left(String id, Plan plan, Participant participant) {
    return new MeetingLeft(
        id,
        plan.title(),
        participant.number(),
        participant.who().organisation(),
        participant.who().school());
  }
}
