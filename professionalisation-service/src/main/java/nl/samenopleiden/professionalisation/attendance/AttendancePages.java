package nl.samenopleiden.professionalisation.attendance;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The list of a session that the lecturer goes through: one button for each person, and one for
 * everybody. What was pressed by mistake is pressed again. With JavaScript the same buttons work
 * without network: see {@link OfflineList}.
 */
@Controller
@RequestMapping("/professionalisation/courses/{course}")
@Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
final class AttendancePages {

  /**
   * Somebody who holds a seat.
   *
   * @param state a key of words
   * @param attended at how many sessions of the course the person was
   */
  record Row(
      String id, String name, String organisation, String state, boolean present, int attended) {}

  /** On one page stands who comes to a usual course: it is the page that works without network. */
  private static final int ON_A_PAGE = 200;

  private static final Set<String> DONE = Set.of("marked", "everybody");

  private final Marking marking;
  private final SessionWords sessions;
  private final Organisations organisations;
  private final Problems problems;
  private final Clock clock;

  AttendancePages(
      Marking marking,
      SessionWords sessions,
      Organisations organisations,
      Problems problems,
      Clock clock) {
    this.marking = marking;
    this.sessions = sessions;
    this.organisations = organisations;
    this.problems = problems;
    this.clock = clock;
  }

  /** The list of the session that goes on, or is the least time away. */
  @GetMapping("/attendance")
  String nearest(Access access, @PathVariable String course) {
    int number = marking.nearest(access, course).number();
    return "redirect:/professionalisation/courses/{course}/sessions/" + number + "/attendance";
  }

  @GetMapping("/sessions/{session}/attendance")
  String list(
      Access access,
      @PathVariable String course,
      @PathVariable String session,
      PageRequest page,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String done,
      Locale language,
      Model model) {
    HeldSession held = marking.session(access, course, session);
    var lines = marking.lines(access, held, q, new PageRequest(page.number(), ON_A_PAGE));
    model.addAttribute("course", course);
    model.addAttribute("courseTitle", held.title());
    model.addAttribute("number", held.number());
    model.addAttribute("sessions", sessions.links(held, language));
    model.addAttribute("when", sessions.when(held.session(), language));
    model.addAttribute("needed", held.stored().state().offer().sessionsNeeded());
    model.addAttribute("words", q);
    model.addAttribute("page", lines.map(line -> row(line, held)));
    model.addAttribute("present", marking.present(access, held));
    model.addAttribute("person", access.caller().person());
    model.addAttribute("showsCode", held.showsCode(clock.instant()));
    model.addAttribute("done", DONE.contains(done) ? done : null);
    model.addAttribute("problem", held.tooEarly(clock.instant()).map(problems::words).orElse(null));
    return "professionalisation/attendance";
  }

  @PostMapping("/sessions/{session}/attendance/{participant}")
  ModelAndView mark(
      Access access,
      @PathVariable String course,
      @PathVariable String session,
      @PathVariable String participant,
      @RequestParam(defaultValue = "true") boolean present,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") String page) {
    HeldSession held = marking.session(access, course, session);
    return after(
        marking.mark(access, held, participant, present, Optional.empty()),
        held,
        "marked",
        q,
        page);
  }

  @PostMapping("/sessions/{session}/attendance/everybody")
  ModelAndView markEverybody(
      Access access, @PathVariable String course, @PathVariable String session) {
    HeldSession held = marking.session(access, course, session);
    return after(marking.markEverybody(access, held), held, "everybody", "", "0");
  }

  private Row row(Marking.Line line, HeldSession held) {
    Mark known = line.at(held.session()).orElse(null);
    return new Row(
        line.seat().id().value(),
        line.seat().name(),
        organisations.name(line.seat().id().owner()),
        state(known),
        known instanceof Mark.There,
        line.attended(held));
  }

  /** What is known of somebody, as a key of words. */
  static String state(@Nullable Mark known) {
    return switch (known) {
      case null -> "unknown";
      case Mark.There(_, var way, _) -> way == Mark.Way.CODE ? "code" : "present";
      case Mark.Away _ -> "absent";
    };
  }

  /** Back to the same place in the list; it says by itself when it is too early. */
  private static ModelAndView after(
      Outcome<?> outcome, HeldSession held, String done, String words, String page) {
    if (outcome instanceof Outcome.Refused<?>(var refusal) && refusal.equals(Refusal.NOT_FOUND)) {
      throw RefusedException.notFound();
    }
    String address =
        UriComponentsBuilder.fromPath(
                "/professionalisation/courses/{course}/sessions/{session}/attendance")
            .queryParam("done", "{done}")
            .queryParam("q", "{q}")
            .queryParam("page", "{page}")
            .encode()
            .buildAndExpand(
                held.course().value(),
                held.number(),
                outcome instanceof Outcome.Done<?> ? done : "",
                words,
                page)
            .toUriString();
    ModelAndView redirect = new ModelAndView("redirect:" + address);
    redirect.setStatus(HttpStatus.SEE_OTHER);
    return redirect;
  }
}
