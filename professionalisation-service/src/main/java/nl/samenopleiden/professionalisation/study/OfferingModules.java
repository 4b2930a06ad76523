package nl.samenopleiden.professionalisation.study;

import java.util.List;
import java.util.stream.Stream;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Circle;
import nl.samenopleiden.professionalisation.course.Circles;
import org.springframework.stereotype.Component;

/** What a pabo's own people do with its modules. */
@Component
final class OfferingModules {

  /** How offering one ended. */
  sealed interface Offering {
    record Done(Stored<StudyModule> module) implements Offering {}

    record Refused(List<Refusal> reasons) implements Offering {}
  }

  private final StudyModules modules;
  private final Circles circles;

  OfferingModules(StudyModules modules, Circles circles) {
    this.modules = modules;
    this.circles = circles;
  }

  /** Offers a module of the caller's pabo; doing so again under the same id changes nothing. */
  Offering offer(Access access, String id, ModuleDraft draft) {
    return switch (circles.draw(access, draft.circle())) {
      case Circles.Drawn.Refused(var reasons) ->
          new Offering.Refused(Stream.concat(draft.check().stream(), reasons.stream()).toList());
      case Circles.Drawn.Done(var circle) -> {
        List<Refusal> wrong = draft.check();
        yield wrong.isEmpty() ? offer(access, id, draft, circle) : new Offering.Refused(wrong);
      }
    };
  }

  private Offering offer(Access access, String id, ModuleDraft draft, Circle circle) {
    Content content = draft.content(circle);
    return switch (modules.change(
        access,
        new OwnedId(access.home(), id),
        before ->
            before.isPresent()
                ? Decision.unchanged()
                : Decision.accept(
                    new StudyModule.Offered(content), StudyFacts.offered(id, content)))) {
      case Outcome.Done<Stored<StudyModule>>(var stored) -> new Offering.Done(stored);
      case Outcome.Refused<Stored<StudyModule>>(var refusal) ->
          new Offering.Refused(List.of(refusal));
    };
  }

  /** Takes back a module of the caller's pabo; doing so again changes nothing. */
  Outcome<Stored<StudyModule>> withdraw(Access access, String id) {
    return modules.change(
        access,
        new OwnedId(access.home(), id),
        before ->
            before
                .map(module -> StudyModule.withdraw(id, module))
                .orElseGet(() -> Decision.refuse(Refusal.NOT_FOUND)));
  }
}
