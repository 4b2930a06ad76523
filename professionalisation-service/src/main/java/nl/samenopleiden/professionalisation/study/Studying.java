package nl.samenopleiden.professionalisation.study;

import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Admission;
import org.springframework.stereotype.Component;

/** Following a module that one may see. */
@Component
final class Studying {

  private static final Refusal NOT_STARTED = Refusal.conflict("study-not-started");
  private static final Refusal FINISHED = Refusal.conflict("study-finished");

  private final StudyModules modules;
  private final StudyBook book;
  private final Admission admission;
  private final Clock clock;

  Studying(StudyModules modules, StudyBook book, Admission admission, Clock clock) {
    this.modules = modules;
    this.book = book;
    this.admission = admission;
    this.clock = clock;
  }

  /** Why the module is not for the caller, if that is so; in its own words, not in a course's. */
  Optional<Refusal> outside(Caller caller, StudyModule module, Locale language) {
    return admission
        .refused(caller, module.content().audience(), language)
        .map(
            each ->
                new Refusal(
                    each.type().replace("course-", "module-"),
                    each.status(),
                    null,
                    each.arguments()));
  }

  /** Starts a module; doing so again changes nothing. */
  Outcome<Study> start(Access access, String id, Locale language) {
    Caller caller = access.caller();
    Study.Learner who = new Study.Learner(caller.person(), caller.school());
    return on(
        access,
        id,
        module ->
            before ->
                Study.start(
                    before,
                    who,
                    module.id(),
                    module.state(),
                    outside(caller, module.state(), language),
                    clock.instant()));
  }

  /** Says which steps are done, and that the others are not. */
  Outcome<Study> tick(Access access, String id, Collection<Integer> steps) {
    return onBegun(
        access,
        id,
        module -> begun -> begun.tick(module.state().content(), steps, clock.instant()));
  }

  /** Says of one step whether it is done. */
  Outcome<Study> tick(Access access, String id, int step, boolean done) {
    return onBegun(
        access,
        id,
        module ->
            begun -> {
              TreeSet<Integer> steps = new TreeSet<>(begun.done());
              if (done) {
                steps.add(step);
              } else {
                steps.remove(step);
              }
              return begun.tick(module.state().content(), steps, clock.instant());
            });
  }

  /** Finishes a module; doing so again changes nothing. */
  Outcome<Study> finish(Access access, String id) {
    return on(
        access,
        id,
        module ->
            before ->
                switch (before.orElse(null)) {
                  case Study.Begun begun -> begun.finish(module.state().content(), clock.instant());
                  case Study.Finished _ -> Decision.unchanged();
                  case null, default -> Decision.refuse(NOT_STARTED);
                });
  }

  /** Stops before the end, and forgets how far the caller was; doing so again changes nothing. */
  Outcome<Study> stop(Access access, String id) {
    return on(
        access,
        id,
        _ ->
            before ->
                switch (before.orElse(null)) {
                  case Study.Begun begun -> begun.stop();
                  case Study.Stopped _ -> Decision.unchanged();
                  case Study.Finished _ -> Decision.refuse(FINISHED);
                  case null -> Decision.refuse(NOT_STARTED);
                });
  }

  private Outcome<Study> onBegun(
      Access access,
      String id,
      Function<Stored<StudyModule>, Function<Study.Begun, Decision<Study>>> decide) {
    return on(
        access,
        id,
        module ->
            before ->
                switch (before.orElse(null)) {
                  case Study.Begun begun -> decide.apply(module).apply(begun);
                  case Study.Finished _ -> Decision.refuse(FINISHED);
                  case null, default -> Decision.refuse(NOT_STARTED);
                });
  }

  private Outcome<Study> on(
      Access access,
      String id,
      Function<Stored<StudyModule>, Function<Optional<Study>, Decision<Study>>> decide) {
    Optional<Stored<StudyModule>> module = modules.find(access, id);
    return module.isEmpty()
        ? Outcome.refused(Refusal.NOT_FOUND)
        : book.change(
                access.caller().person(),
                StudyBook.idOf(access.caller(), module.get().id()),
                decide.apply(module.get()))
            .map(Stored::state);
  }
}
