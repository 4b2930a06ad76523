package nl.samenopleiden.professionalisation.study;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.course.CircleDraft;
import nl.samenopleiden.professionalisation.study.Content.Step;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Personal-development modules for other programs. */
@RestController
@RequestMapping("/api/professionalisation/modules")
final class ModuleApi {

  /**
   * A module.
   *
   * @param pabo whose it is
   * @param minutes about how long all its steps take together
   * @param audience the roles that it is for; empty means all that register for courses
   * @param withdrawn whether nobody can start it any more
   */
  record ModuleView(
      String id,
      String pabo,
      String title,
      String learns,
      List<String> themes,
      String language,
      int minutes,
      List<Step> steps,
      List<String> audience,
      CircleDraft circle,
      boolean withdrawn) {

    static ModuleView of(Stored<StudyModule> module) {
      Content content = module.state().content();
      return new ModuleView(
          module.id().value(),
          module.id().owner().code(),
          content.title(),
          content.learns(),
          content.themes(),
          content.language(),
          content.minutes(),
          content.steps(),
          content.audience().roles(),
          CircleDraft.of(content.audience().circle()),
          module.state() instanceof StudyModule.Withdrawn);
    }
  }

  private final StudyModules modules;
  private final OfferingModules offering;
  private final StudyBook book;
  private final Problems problems;

  ModuleApi(StudyModules modules, OfferingModules offering, StudyBook book, Problems problems) {
    this.modules = modules;
    this.offering = offering;
    this.book = book;
    this.problems = problems;
  }

  /** Modules that can be started, by title; all of the words stand in what the module says. */
  @GetMapping
  @Allowed
  Page<ModuleView> all(
      Access access,
      PageRequest page,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String theme) {
    return modules.page(access, q, theme, page).map(ModuleView::of);
  }

  @GetMapping("/{module}")
  @Allowed
  ModuleView module(Access access, @PathVariable String module) {
    return ModuleView.of(modules.find(access, module).orElseThrow(RefusedException::notFound));
  }

  @PostMapping
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ResponseEntity<?> offer(Access access, @RequestBody ModuleDraft draft) {
    return switch (offering.offer(access, UUID.randomUUID().toString(), draft)) {
      case OfferingModules.Offering.Done(var module) ->
          ResponseEntity.created(
                  URI.create("/api/professionalisation/modules/" + module.id().value()))
              .body(ModuleView.of(module));
      case OfferingModules.Offering.Refused(var reasons) -> problems.response(reasons);
    };
  }

  /** Nobody can start it any more; who had can finish it. */
  @PostMapping("/{module}/withdrawal")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ResponseEntity<?> withdraw(Access access, @PathVariable String module) {
    return problems.answer(
        offering.withdraw(access, module),
        withdrawn -> ResponseEntity.ok(ModuleView.of(withdrawn)));
  }

  /** How many people follow a module of one's own pabo; who they are is not told. */
  @GetMapping("/{module}/numbers")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  StudyBook.Numbers numbers(Access access, @PathVariable String module) {
    Stored<StudyModule> owned =
        modules.owned(access, module).orElseThrow(RefusedException::notFound);
    return book.numbers(access.withPartners(), owned.id());
  }
}
