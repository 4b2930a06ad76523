package nl.samenopleiden.professionalisation.evaluation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Course;

/**
 * The evaluation of one course; named and owned as the course is. Its answers are counted once,
 * after it has closed, and nothing of them is shown before: two looks at it, with an answer in
 * between, would tell that answer.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Evaluation.Running.class, name = "running"),
  @JsonSubTypes.Type(value = Evaluation.Counted.class, name = "counted"),
  @JsonSubTypes.Type(value = Evaluation.TooFew.class, name = "too-few")
})
sealed interface Evaluation {

  /** How long after its last session a course can be evaluated. */
  Duration OPEN_FOR = Duration.ofDays(30);

  /** How long after closing an answer that was sent in time may still be on its way. */
  Duration UNDER_WAY = Duration.ofMinutes(1);

  /**
   * With fewer answers than this nothing of them is shown, nor kept: in a smaller group who knows
   * the others can guess who said what.
   */
  int FEWEST = 5;

  /** What it is about. */
  Subject about();

  /** People can answer, or could until it is counted. */
  record Running(Subject about) implements Evaluation {}

  /** It is over, and this came of it. */
  record Counted(Subject about, Tally tally) implements Evaluation {}

  /** It is over, and too few answered; what they answered has been wiped. */
  record TooFew(Subject about, int answers) implements Evaluation {}

  /**
   * A course that is over.
   *
   * @param endsAt when its last session ended; from then on one can answer
   */
  record Subject(String title, Instant endsAt) {

    static Subject of(Course course) {
      return new Subject(course.offer().title(), course.offer().endsAt());
    }

    /** From when on nobody can answer any more. */
    Instant closesAt() {
      return endsAt.plus(OPEN_FOR);
    }

    /** Whether everything that was sent in time has arrived. */
    boolean complete(Instant now) {
      return !now.isBefore(closesAt().plus(UNDER_WAY));
    }
  }

  /** How an evaluation stands for somebody who would answer. */
  enum Standing {
    CANCELLED,
    NOT_OPEN,
    OPEN,
    ANSWERED,
    NOT_THERE,
    CLOSED;

    /** Why one cannot answer, if that is so. */
    Optional<Refusal> refusal(Subject about) {
      return switch (this) {
        case OPEN -> Optional.empty();
        case CANCELLED -> Optional.of(Refusal.conflict("course-cancelled"));
        case NOT_OPEN -> Optional.of(Refusal.conflict("evaluation-not-open", about.endsAt()));
        case ANSWERED -> Optional.of(Refusal.conflict("evaluation-answered"));
        case NOT_THERE -> Optional.of(Refusal.conflict("evaluation-not-there"));
        case CLOSED -> Optional.of(Refusal.conflict("evaluation-closed", about.closesAt()));
      };
    }
  }

  /** How it stands for everybody, as the time has it. */
  static Standing standing(Course course, Instant now) {
    Subject about = Subject.of(course);
    if (course.isCancelled()) {
      return Standing.CANCELLED;
    }
    if (now.isBefore(about.endsAt())) {
      return Standing.NOT_OPEN;
    }
    return now.isBefore(about.closesAt()) ? Standing.OPEN : Standing.CLOSED;
  }

  /** Begins it; one that has begun stays as it is. */
  static Decision<Evaluation> begin(Optional<Evaluation> before, Subject about) {
    return before.isPresent() ? Decision.unchanged() : Decision.accept(new Running(about));
  }

  /** Counts what was answered, once and not before everything is there. */
  static Decision<Evaluation> count(
      String course, Optional<Evaluation> before, Subject about, Tally tally, Instant now) {
    if (!about.complete(now)) {
      return begin(before, about);
    }
    return switch (before.orElseGet(() -> new Running(about))) {
      case Counted _, TooFew _ -> Decision.unchanged();
      case Running _ ->
          tally.answers() < FEWEST
              ? Decision.accept(new TooFew(about, tally.answers()))
              : Decision.accept(
                  new Counted(about, tally), EvaluationFacts.evaluated(course, tally));
    };
  }
}
