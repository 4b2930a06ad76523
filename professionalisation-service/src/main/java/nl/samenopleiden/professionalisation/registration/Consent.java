package nl.samenopleiden.professionalisation.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Whether a school leader is asked about a registration, as it was settled when the person
 * registered: a board that changes its practice later changes nothing here. The person's place does
 * not wait for it, and without an answer it counts as agreed.
 */
sealed interface Consent {

  /** How long a school leader can take. */
  Duration LONGEST = Duration.ofDays(10);

  /** How long before the start it is certain who comes. */
  Duration BEFORE_START = Duration.ofDays(2);

  /**
   * The school leader is asked.
   *
   * @param at when the person registered; tells this question from that of an earlier registration
   * @param until from when on no answer counts as agreed
   */
  record Asked(Instant at, Instant until) implements Consent {}

  /** No school leader of the person's school is known: it is agreed at once. */
  record NobodyToAsk() implements Consent {}

  /** The course begins too soon to ask anybody: it is agreed at once. */
  record TooLateToAsk() implements Consent {}

  /** What is asked about a registration of now for a course that starts then. */
  static Consent of(Instant now, Instant startsAt, boolean leaderIsKnown) {
    if (!leaderIsKnown) {
      return new NobodyToAsk();
    }
    Instant at = now.truncatedTo(ChronoUnit.MILLIS);
    Instant longest = at.plus(LONGEST);
    Instant last = startsAt.minus(BEFORE_START);
    Instant until = longest.isBefore(last) ? longest : last;
    return until.isAfter(at) ? new Asked(at, until) : new TooLateToAsk();
  }

  /** How it stands with the school leader's agreement. */
  enum Standing {
    WAITS,
    AGREED,
    NO_ANSWER,
    NOBODY_TO_ASK,
    TOO_LATE_TO_ASK;

    /** What messages are called that say it. */
    String key() {
      return "consent." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
