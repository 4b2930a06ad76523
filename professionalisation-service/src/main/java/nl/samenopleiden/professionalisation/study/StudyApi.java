package nl.samenopleiden.professionalisation.study;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own progress in a module, for other programs; nobody gets at another's. */
@RestController
@RequestMapping("/api/professionalisation/modules/{module}/progress")
@Allowed({
  Role.TEACHER,
  Role.MENTOR,
  Role.SCHOOL_EDUCATOR,
  Role.SCHOOL_LEADER,
  Role.LECTURER,
  Role.SUPERVISOR,
  Role.PROGRAMME_MANAGER,
  Role.STUDENT
})
final class StudyApi {

  /**
   * How far the caller is.
   *
   * @param done the numbers of the steps that are done, the first is 1
   * @param steps how many there are
   * @param finishedAt none while it is not finished
   */
  record ProgressView(String module, List<Integer> done, int steps, @Nullable Instant finishedAt) {}

  record Ticked(@Nullable List<Integer> done) {}

  private final StudyModules modules;
  private final StudyBook book;
  private final Studying studying;
  private final Problems problems;

  StudyApi(StudyModules modules, StudyBook book, Studying studying, Problems problems) {
    this.modules = modules;
    this.book = book;
    this.studying = studying;
    this.problems = problems;
  }

  @GetMapping
  ProgressView progress(Access access, @PathVariable String module) {
    Stored<StudyModule> found =
        modules.find(access, module).orElseThrow(RefusedException::notFound);
    Study study =
        book.find(access.caller(), found.id())
            .filter(each -> !(each instanceof Study.Stopped))
            .orElseThrow(RefusedException::notFound);
    return view(found, study);
  }

  /** Starts the module; the same progress when asked again. */
  @PostMapping
  ResponseEntity<?> start(Access access, @PathVariable String module, Locale language) {
    return answer(access, module, studying.start(access, module, language));
  }

  /** Says which steps are done, and that the others are not. */
  @PutMapping
  ResponseEntity<?> tick(Access access, @PathVariable String module, @RequestBody Ticked ticked) {
    if (ticked.done() == null) {
      return modules
          .find(access, module)
          .map(_ -> problems.response(Refusal.invalid("field-needed", "done")))
          .orElseThrow(RefusedException::notFound);
    }
    List<Integer> done = ticked.done().stream().filter(Objects::nonNull).toList();
    return answer(access, module, studying.tick(access, module, done));
  }

  /** Finishes the module, when all steps are done. */
  @PostMapping("/finishing")
  ResponseEntity<?> finish(Access access, @PathVariable String module) {
    return answer(access, module, studying.finish(access, module));
  }

  /** Stops before the end, and forgets how far the caller was. */
  @DeleteMapping
  ResponseEntity<?> stop(Access access, @PathVariable String module) {
    return problems.answer(studying.stop(access, module), _ -> ResponseEntity.noContent().build());
  }

  private ResponseEntity<?> answer(Access access, String module, Outcome<Study> outcome) {
    return problems.answer(
        outcome,
        study ->
            ResponseEntity.ok(
                view(modules.find(access, module).orElseThrow(RefusedException::notFound), study)));
  }

  private static ProgressView view(Stored<StudyModule> module, Study study) {
    int steps = module.state().content().steps().size();
    return switch (study) {
      case Study.Begun begun ->
          new ProgressView(
              module.id().value(), begun.done().stream().sorted().toList(), steps, null);
      case Study.Finished finished ->
          new ProgressView(
              module.id().value(),
              IntStream.rangeClosed(1, steps).boxed().toList(),
              steps,
              finished.finishedAt());
      case Study.Stopped _ -> new ProgressView(module.id().value(), List.of(), steps, null);
    };
  }
}
