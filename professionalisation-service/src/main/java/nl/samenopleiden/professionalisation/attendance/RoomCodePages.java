package nl.samenopleiden.professionalisation.attendance;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** The code of a session that the course's own people show in the room. */
@Controller
@Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
final class RoomCodePages {

  /**
   * A code.
   *
   * @param address what the QR code says
   * @param until when the next one is shown
   */
  record CodeView(String code, String address, Instant until) {}

  private final Marking marking;
  private final SessionWords sessions;
  private final CheckingIn checkingIn;
  private final Problems problems;
  private final Clock clock;
  private final String publicUrl;

  RoomCodePages(
      Marking marking,
      SessionWords sessions,
      CheckingIn checkingIn,
      Problems problems,
      Clock clock,
      @Value("${samen.public-url}") String publicUrl) {
    this.marking = marking;
    this.sessions = sessions;
    this.checkingIn = checkingIn;
    this.problems = problems;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /** The code of the session that goes on, or is the least time away. */
  @GetMapping("/professionalisation/courses/{course}/attendance/code")
  String nearest(Access access, @PathVariable String course) {
    int number = marking.nearest(access, course).number();
    return "redirect:/professionalisation/courses/{course}/sessions/" + number + "/attendance/code";
  }

  @GetMapping("/professionalisation/courses/{course}/sessions/{session}/attendance/code")
  String show(
      Access access,
      @PathVariable String course,
      @PathVariable String session,
      Locale language,
      Model model,
      HttpServletResponse response) {
    HeldSession held = marking.session(access, course, session);
    model.addAttribute("course", course);
    model.addAttribute("courseTitle", held.title());
    model.addAttribute("number", held.number());
    model.addAttribute("sessions", sessions.links(held, language));
    model.addAttribute("when", sessions.when(held.session(), language));
    var shown = checkingIn.shown(held);
    shown.ifPresent(
        code -> {
          model.addAttribute("squares", Squares.of(address(course, code)));
          // The page brings the next code by itself, also without JavaScript.
          long left = Duration.between(clock.instant(), code.until()).toSeconds();
          response.setHeader("Refresh", Long.toString(Math.max(0, left) + 1));
        });
    response.setHeader("Cache-Control", "no-store");
    model.addAttribute("present", marking.present(access, held));
    model.addAttribute("problem", shown.isPresent() ? null : problems.words(notNow(held)));
    return "professionalisation/room-code";
  }

  /** The code that is to be shown now. */
  @GetMapping("/api/professionalisation/courses/{course}/sessions/{session}/attendance/code")
  @ResponseBody
  ResponseEntity<?> code(Access access, @PathVariable String course, @PathVariable String session) {
    HeldSession held = marking.session(access, course, session);
    var shown = checkingIn.shown(held);
    return shown.isPresent()
        ? ResponseEntity.ok(
            new CodeView(shown.get().text(), address(course, shown.get()), shown.get().until()))
        : problems.response(notNow(held));
  }

  private Refusal notNow(HeldSession held) {
    return held.tooEarly(clock.instant()).orElseGet(() -> Refusal.conflict("no-session-today"));
  }

  private String address(String course, RoomCode code) {
    return publicUrl + "/professionalisation/courses/" + course + "/presence/" + code.text();
  }
}
