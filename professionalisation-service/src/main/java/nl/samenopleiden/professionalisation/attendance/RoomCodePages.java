package nl.samenopleiden.professionalisation.attendance;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Course;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** The code that the course's own people show in the room. */
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
  private final CheckingIn checkingIn;
  private final Problems problems;
  private final Clock clock;
  private final String publicUrl;

  RoomCodePages(
      Marking marking,
      CheckingIn checkingIn,
      Problems problems,
      Clock clock,
      @Value("${samen.public-url}") String publicUrl) {
    this.marking = marking;
    this.checkingIn = checkingIn;
    this.problems = problems;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  @GetMapping("/professionalisation/courses/{course}/attendance/code")
  String show(
      Access access, @PathVariable String course, Model model, HttpServletResponse response) {
    Stored<Course> owned = marking.owned(access, course);
    model.addAttribute("course", course);
    model.addAttribute("courseTitle", owned.state().offer().title());
    var shown = checkingIn.shown(owned);
    shown.ifPresent(
        code -> {
          model.addAttribute("squares", Squares.of(address(course, code)));
          // The page brings the next code by itself, also without JavaScript.
          long left = Duration.between(clock.instant(), code.until()).toSeconds();
          response.setHeader("Refresh", Long.toString(Math.max(0, left) + 1));
        });
    response.setHeader("Cache-Control", "no-store");
    model.addAttribute("present", marking.present(access, owned.id()));
    model.addAttribute("problem", shown.isPresent() ? null : problems.words(notNow(owned)));
    return "professionalisation/room-code";
  }

  /** The code that is to be shown now. */
  @GetMapping("/api/professionalisation/courses/{course}/attendance/code")
  @ResponseBody
  ResponseEntity<?> code(Access access, @PathVariable String course) {
    Stored<Course> owned = marking.owned(access, course);
    var shown = checkingIn.shown(owned);
    return shown.isPresent()
        ? ResponseEntity.ok(
            new CodeView(shown.get().text(), address(course, shown.get()), shown.get().until()))
        : problems.response(notNow(owned));
  }

  private Refusal notNow(Stored<Course> course) {
    return Attendance.tooEarly(course.state(), clock.instant())
        .orElseGet(() -> Refusal.conflict("no-session-today"));
  }

  private String address(String course, RoomCode code) {
    return publicUrl + "/professionalisation/courses/" + course + "/presence/" + code.text();
  }
}
