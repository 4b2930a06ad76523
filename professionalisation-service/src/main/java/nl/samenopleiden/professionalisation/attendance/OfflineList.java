package nl.samenopleiden.professionalisation.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.attendance.Marking.Tick;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What lets the list of a session work in a room without network: a service worker that keeps this
 * one page and what it is made of, and a place where the phone hands in the ticks that it kept. The
 * worker lies beside the page, so that a browser lets it see nothing but what lies there.
 */
@Controller
@RequestMapping("/professionalisation/courses/{course}/sessions/{session}")
@Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
final class OfflineList {

  /**
   * What a phone kept.
   *
   * @param person the token's subject of who ticked; nobody hands in another's
   * @param now what time it is by the clock of the phone, which may be wrong
   */
  record Kept(
      @Nullable String person, @Nullable Instant now, @Nullable List<@Nullable KeptTick> ticks) {

    /** How far our clock is ahead of the phone's. */
    Duration behind(Instant ours) {
      return now == null ? Duration.ZERO : Duration.between(now, ours);
    }
  }

  /**
   * One tick.
   *
   * @param said when, by the clock of the phone
   */
  record KeptTick(@Nullable String seat, @Nullable Boolean present, @Nullable Instant said) {

    boolean isWhole() {
      return seat != null && present != null && said != null;
    }

    Tick tick(Duration behind) {
      return new Tick(
          Objects.requireNonNull(seat),
          Objects.requireNonNull(present),
          Objects.requireNonNull(said).plus(behind));
    }
  }

  /**
   * How it stands after that.
   *
   * @param present how many are at the session
   */
  record Standing(List<StandingLine> lines, long present) {}

  /**
   * How somebody stands.
   *
   * @param state as the page has it: {@code present}, {@code code}, {@code absent}
   */
  record StandingLine(String seat, String state, boolean present) {}

  private static final int MOST = 1_000;
  private static final MediaType SCRIPT = new MediaType("text", "javascript");

  private final Marking marking;
  private final Problems problems;
  private final Clock clock;

  OfflineList(Marking marking, Problems problems, Clock clock) {
    this.marking = marking;
    this.problems = problems;
    this.clock = clock;
  }

  /** The service worker of this one list. */
  @GetMapping("/attendance-worker.js")
  ResponseEntity<Resource> worker(
      Access access, @PathVariable String course, @PathVariable String session) {
    marking.session(access, course, session);
    return ResponseEntity.ok()
        .contentType(SCRIPT)
        .cacheControl(CacheControl.noCache())
        .body(new ClassPathResource("attendance/worker.js"));
  }

  /** Takes the ticks that a phone kept; the same ones again change nothing. */
  @PostMapping("/attendance/ticks")
  ResponseEntity<?> take(
      Access access,
      @PathVariable String course,
      @PathVariable String session,
      @RequestBody Kept kept) {
    HeldSession held = marking.session(access, course, session);
    List<@Nullable KeptTick> ticks = kept.ticks();
    if (ticks == null || ticks.size() > MOST) {
      return problems.response(Refusal.invalid("too-many", "ticks", MOST));
    }
    if (!ticks.stream().allMatch(each -> each != null && each.isWhole())) {
      return problems.response(Refusal.invalid("field-needed", "ticks"));
    }
    if (!access.caller().person().equals(kept.person())) {
      return problems.response(Refusal.conflict("ticks-of-another"));
    }
    Duration behind = kept.behind(clock.instant());
    return problems.answer(
        marking.mark(
            access,
            held,
            ticks.stream().map(Objects::requireNonNull).map(each -> each.tick(behind)).toList()),
        lines ->
            ResponseEntity.ok(
                new Standing(
                    lines.stream().map(line -> standing(line, held)).toList(),
                    marking.present(access, held))));
  }

  private static StandingLine standing(Marking.Line line, HeldSession held) {
    Mark mark = line.at(held.session()).orElse(null);
    return new StandingLine(
        line.seat().id().value(), AttendancePages.state(mark), mark instanceof Mark.There);
  }
}
