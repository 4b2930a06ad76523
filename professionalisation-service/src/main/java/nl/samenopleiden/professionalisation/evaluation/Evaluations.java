package nl.samenopleiden.professionalisation.evaluation;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Optional;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.evaluation.Evaluation.Subject;
import org.springframework.stereotype.Component;

/** The evaluations of all courses that are over. Nobody in person begins one or counts it. */
@Component
final class Evaluations {

  /** Who the audit trail names. */
  private static final String NOBODY = "evaluation";

  private final AggregateStore<Evaluation> store;

  Evaluations(Aggregates aggregates) {
    store = aggregates.of("evaluation", Evaluation.class, each -> each.about().title());
    store.collection().index(false, "state.about.endsAt");
  }

  /** The evaluation of this course, if it has begun. */
  Optional<Evaluation> read(OwnedId course) {
    return store.find(Scope.of(course.owner()), course).map(Stored::state);
  }

  /**
   * Those of the caller's own pabo, the last course first: never by what was answered, since that
   * would be a ranking.
   *
   * @param words all of them stand in the title; empty means all
   */
  Page<Stored<Evaluation>> page(Access access, String words, PageRequest page) {
    return store.page(
        access.own(),
        null,
        words,
        Sorts.orderBy(Sorts.descending("state.about.endsAt"), Sorts.ascending("_id")),
        page);
  }

  /** Begins that of this course, unless it has begun. */
  Evaluation begin(Stored<Course> course) {
    Subject about = Subject.of(course.state());
    return changed(store.change(NOBODY, course.id(), before -> Evaluation.begin(before, about)));
  }

  /** Counts that of this course, unless it has been, or is still running. */
  Evaluation count(Stored<Course> course, Tally tally, Instant now) {
    Subject about = Subject.of(course.state());
    String id = course.id().value();
    return changed(
        store.change(
            NOBODY, course.id(), before -> Evaluation.count(id, before, about, tally, now)));
  }

  private static Evaluation changed(Outcome<Stored<Evaluation>> outcome) {
    return switch (outcome) {
      case Outcome.Done<Stored<Evaluation>>(var stored) -> stored.state();
      case Outcome.Refused<Stored<Evaluation>>(var refusal) ->
          throw new IllegalStateException("an evaluation refused: " + refusal.type());
    };
  }
}
