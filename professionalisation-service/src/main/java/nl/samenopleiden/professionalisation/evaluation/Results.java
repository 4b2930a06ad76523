package nl.samenopleiden.professionalisation.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.evaluation.Evaluation.Standing;
import nl.samenopleiden.professionalisation.evaluation.Evaluation.Subject;
import org.springframework.stereotype.Component;

/** What came of evaluations, for the courses' own pabo. */
@Component
final class Results {

  /** Where an evaluation is. */
  enum State {
    RUNNING,
    COUNTED,
    TOO_FEW
  }

  /**
   * What may be known of an evaluation.
   *
   * @param course the value of the course's id
   * @param answers how many answered, so far or in the end
   * @param tally what they answered; only when it was counted
   */
  record Result(String course, Subject about, State state, int answers, Optional<Tally> tally) {

    /** How many more have to answer for anything to be shown. */
    public int needed() {
      return Math.max(0, Evaluation.FEWEST - answers);
    }
  }

  private final Courses courses;
  private final Evaluations evaluations;
  private final Counting counting;
  private final OpinionBox box;
  private final Clock clock;

  Results(
      Courses courses, Evaluations evaluations, Counting counting, OpinionBox box, Clock clock) {
    this.courses = courses;
    this.evaluations = evaluations;
    this.counting = counting;
    this.box = box;
    this.clock = clock;
  }

  /**
   * The course of this id that is of the caller's own pabo.
   *
   * @throws RefusedException when there is none
   */
  Stored<Course> owned(Access access, String id) {
    return courses.owned(access, id).orElseThrow(RefusedException::notFound);
  }

  /** What may be known of its evaluation; refused as long as it has not begun. */
  Outcome<Result> of(Stored<Course> course) {
    Instant now = clock.instant();
    Subject about = Subject.of(course.state());
    Standing standing = Evaluation.standing(course.state(), now);
    if (standing == Standing.CANCELLED || standing == Standing.NOT_OPEN) {
      Optional<Refusal> refusal = standing.refusal(about);
      return Outcome.refused(refusal.orElseThrow());
    }
    Optional<Evaluation> known = evaluations.read(course.id());
    Evaluation evaluation =
        about.complete(now)
            ? known
                .filter(each -> !(each instanceof Evaluation.Running))
                .orElseGet(() -> counting.count(course, now))
            : known.orElseGet(() -> new Evaluation.Running(about));
    return Outcome.done(result(course.id(), evaluation));
  }

  /**
   * What people wrote, in random order; nothing as long as nothing may be shown.
   *
   * @param words all of them stand in it; empty means everything
   */
  Page<String> words(Stored<Course> course, String words, PageRequest page) {
    return of(course) instanceof Outcome.Done<Result>(var result) && result.state() == State.COUNTED
        ? box.words(course.id(), words, page)
        : new Page<>(List.of(), page.number(), page.size(), 0);
  }

  /** Those of the caller's pabo, the last course first. */
  Page<Result> page(Access access, String words, PageRequest page) {
    return evaluations.page(access, words, page).map(each -> result(each.id(), each.state()));
  }

  private Result result(OwnedId course, Evaluation evaluation) {
    return switch (evaluation) {
      case Evaluation.Running(var about) ->
          new Result(course.value(), about, State.RUNNING, box.answers(course), Optional.empty());
      case Evaluation.Counted(var about, var tally) ->
          new Result(course.value(), about, State.COUNTED, tally.answers(), Optional.of(tally));
      case Evaluation.TooFew(var about, var answers) ->
          new Result(course.value(), about, State.TOO_FEW, answers, Optional.empty());
    };
  }
}
