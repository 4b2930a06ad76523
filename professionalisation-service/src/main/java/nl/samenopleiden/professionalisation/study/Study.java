package nl.samenopleiden.professionalisation.study;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How far one person is with one module; owned by the person's organisation. Of a study that is
 * finished only its hours are kept, and of one that was stopped nothing.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Study.Begun.class, name = "begun"),
  @JsonSubTypes.Type(value = Study.Finished.class, name = "finished"),
  @JsonSubTypes.Type(value = Study.Stopped.class, name = "stopped")
})
sealed interface Study {

  /** The text form of the module's id. */
  String module();

  /** Which module, and whose it is. */
  default OwnedId moduleId() {
    return OwnedId.parse(module());
  }

  /**
   * On the way.
   *
   * @param person the token's subject
   * @param school the location code of the person's school
   * @param done the numbers of the steps that are done, the first is 1
   * @param lastAt when the person did something last; a year later it is forgotten
   */
  record Begun(
      String person, @Nullable String school, String module, Set<Integer> done, Instant lastAt)
      implements Study {

    public Begun {
      done = Set.copyOf(done);
    }

    /** Says which steps are done. */
    Decision<Study> tick(Content content, Collection<Integer> steps, Instant now) {
      Set<Integer> wanted = new TreeSet<>(steps);
      if (wanted.stream().anyMatch(each -> each < 1 || each > content.steps().size())) {
        return Decision.refuse(Refusal.invalid("unknown-step", "done", content.steps().size()));
      }
      return wanted.equals(done)
          ? Decision.unchanged()
          : Decision.accept(new Begun(person, school, module, wanted, now));
    }

    /** Has done all of it. */
    Decision<Study> finish(Content content, Instant now) {
      int left = content.steps().size() - done.size();
      if (left > 0) {
        return Decision.refuse(Refusal.conflict("study-steps-left", left));
      }
      Owner pabo = moduleId().owner();
      return Decision.accept(
          new Finished(person, module, content.title(), content.minutes(), now),
          new StudyFacts.StudyFinished(
              moduleId().value(),
              pabo.code(),
              content.title(),
              content.themes(),
              content.minutes(),
              school));
    }

    /** Stops before the end. */
    Decision<Study> stop() {
      return Decision.accept(
          new Stopped(module),
          new StudyFacts.StudyStopped(moduleId().value(), moduleId().owner().code()));
    }
  }

  /**
   * All of it is done; it says what counts as hours, whatever becomes of the module.
   *
   * @param person the token's subject
   */
  record Finished(String person, String module, String title, int minutes, Instant finishedAt)
      implements Study {}

  /** Nothing is known any more. */
  record Stopped(String module) implements Study {}

  /** Who studies. */
  record Learner(String person, @Nullable String school) {}

  /**
   * Starts; doing so again changes nothing.
   *
   * @param outside why the module is not for the learner, if that is so
   */
  static Decision<Study> start(
      Optional<Study> before,
      Learner who,
      OwnedId id,
      StudyModule module,
      Optional<Refusal> outside,
      Instant now) {
    if (before.isPresent() && !(before.get() instanceof Stopped)) {
      return Decision.unchanged();
    }
    if (module instanceof StudyModule.Withdrawn) {
      return Decision.refuse(Refusal.conflict("study-module-withdrawn"));
    }
    if (outside.isPresent()) {
      return Decision.refuse(outside.get());
    }
    Content content = module.content();
    return Decision.accept(
        new Begun(who.person(), who.school(), id.toString(), Set.of(), now),
        new StudyFacts.StudyStarted(
            id.value(), id.owner().code(), content.title(), content.themes(), who.school()));
  }
}
