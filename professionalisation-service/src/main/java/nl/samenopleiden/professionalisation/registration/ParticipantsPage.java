package nl.samenopleiden.professionalisation.registration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.course.Asking;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import nl.samenopleiden.professionalisation.registration.Desk.Place;
import nl.samenopleiden.professionalisation.registration.Registration.Status;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who comes to a course and from where, for the course's own pabo. */
@Controller
final class ParticipantsPage {

  /** How many people of one organisation have a place. */
  record Share(String name, long seats, long offered, long waiting) {}

  /**
   * Somebody who comes, or waits.
   *
   * @param answers one for each question
   */
  record Participant(
      String name, String organisation, Place place, List<String> answers, String needs) {}

  private final Courses courses;
  private final RegistrationBook book;
  private final Registering registering;
  private final Organisations organisations;

  ParticipantsPage(
      Courses courses,
      RegistrationBook book,
      Registering registering,
      Organisations organisations) {
    this.courses = courses;
    this.book = book;
    this.registering = registering;
    this.organisations = organisations;
  }

  @GetMapping("/professionalisation/courses/{course}/participants")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  String participants(Access access, @PathVariable String course, PageRequest page, Model model) {
    Stored<Course> owned = courses.owned(access, course).orElseThrow(RefusedException::notFound);
    Scope scope = access.withPartners();
    var found = book.ofCourse(scope, owned.id(), page);
    Asking asking = owned.state().offer().asking();
    boolean readsNeeds = asking.reads(access.caller().person());
    Map<OwnedId, Answers> answers = registering.answers(scope, asking, found.items());
    List<Share> shares = shares(scope, owned);
    model.addAttribute("course", course);
    model.addAttribute("courseTitle", owned.state().offer().title());
    model.addAttribute("seats", owned.state().offer().seats());
    long offered = shares.stream().mapToLong(Share::offered).sum();
    model.addAttribute("seated", shares.stream().mapToLong(Share::seats).sum() + offered);
    model.addAttribute("offered", offered);
    model.addAttribute("waiting", shares.stream().mapToLong(Share::waiting).sum());
    model.addAttribute("shares", shares);
    model.addAttribute("questions", asking.questions());
    model.addAttribute("readsNeeds", readsNeeds);
    model.addAttribute(
        "page",
        found.map(
            each -> {
              Answers given = answers.getOrDefault(each.id(), Answers.NONE).to(asking);
              return new Participant(
                  each.who().name(),
                  organisations.name(each.id().owner()),
                  registering.place(each),
                  given.answers(),
                  readsNeeds ? given.needs() : "");
            }));
    return "professionalisation/participants";
  }

  private List<Share> shares(Scope scope, Stored<Course> course) {
    Map<Owner, Long> seats = book.byOwner(scope, course.id(), Status.SEAT);
    Map<Owner, Long> waiting = book.byOwner(scope, course.id(), Status.WAITING);
    Map<Owner, Long> offered = book.byOwner(scope, course.id(), Status.OFFERED);
    Set<Owner> owners = new HashSet<>(seats.keySet());
    owners.addAll(offered.keySet());
    owners.addAll(waiting.keySet());
    List<Share> shares = new ArrayList<>();
    for (Owner owner : owners) {
      shares.add(
          new Share(
              organisations.name(owner),
              seats.getOrDefault(owner, 0L),
              offered.getOrDefault(owner, 0L),
              waiting.getOrDefault(owner, 0L)));
    }
    shares.sort(Comparator.comparing(Share::name));
    return shares;
  }
}
