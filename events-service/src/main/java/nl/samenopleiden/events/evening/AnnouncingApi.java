package nl.samenopleiden.events.evening;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.samenopleiden.events.people.Organisations;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Announcing evenings, and calling them off. */
@RestController
@RequestMapping("/api/events/evenings")
@Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER, Role.BOARD_COORDINATOR})
final class AnnouncingApi {

  /**
   * An evening to announce.
   *
   * @param place a place in words, or the address of an online meeting
   * @param minutes 15 to 720
   * @param capacity 1 to 2,000
   */
  record Announcement(
      @Nullable String title,
      @Nullable String summary,
      @Nullable List<@Nullable String> themes,
      @Nullable String place,
      @Nullable Instant startsAt,
      @Nullable Integer minutes,
      @Nullable Integer capacity,
      @Nullable Concerned audience) {

    Draft draft() {
      return new Draft(
          title,
          summary,
          given(themes),
          place,
          startsAt,
          minutes,
          capacity,
          audience == null ? Audience.of(null, null, null, null, false) : audience.audience());
    }
  }

  /**
   * Whom it concerns. Criteria narrow each other down; within one, one of its values is enough.
   *
   * @param everyone true to invite everyone that the organiser's organisation works with, instead
   *     of giving criteria
   */
  record Concerned(
      @Nullable List<@Nullable String> roles,
      @Nullable List<@Nullable String> boards,
      @Nullable List<@Nullable String> schools,
      @Nullable List<@Nullable String> themes,
      @Nullable Boolean everyone) {

    Audience audience() {
      return Audience.of(
          given(roles),
          given(boards),
          given(schools),
          given(themes),
          Boolean.TRUE.equals(everyone));
    }
  }

  /** How many people an audience reaches now. */
  record Reached(long people) {}

  private final Evenings evenings;
  private final Organisations organisations;
  private final Problems problems;

  AnnouncingApi(Evenings evenings, Organisations organisations, Problems problems) {
    this.evenings = evenings;
    this.organisations = organisations;
    this.problems = problems;
  }

  /** The evenings of the caller's own organisation. */
  @GetMapping
  Page<EveningView> organised(
      Access access, PageRequest page, @RequestParam(defaultValue = "") String q) {
    return evenings.organised(access, q, page).map(evening -> view(access, evening));
  }

  /** How many people an audience would reach, before announcing. */
  @PostMapping("/reach")
  Reached reach(Access access, @RequestBody Concerned audience) {
    return new Reached(evenings.reaches(access, audience.audience()));
  }

  /** Announces an evening; everyone whom it concerns is invited. */
  @PostMapping
  ResponseEntity<?> announce(Access access, @RequestBody Announcement announcement) {
    return problems.answer(
        evenings.announce(access, UUID.randomUUID().toString(), announcement.draft()),
        evening ->
            ResponseEntity.created(URI.create("/api/events/evenings/" + evening.id().value()))
                .body(view(access, evening)));
  }

  /** Calls an evening off; everyone who was invited is told. */
  @PostMapping("/{evening}/cancellation")
  ResponseEntity<?> cancel(Access access, @PathVariable String evening) {
    return problems.answer(
        evenings.cancel(access, evening), cancelled -> ResponseEntity.ok(view(access, cancelled)));
  }

  private EveningView view(Access access, Stored<Evening> evening) {
    return EveningView.forOrganiser(evening, organisations.nameOf(access.home()));
  }

  private static List<String> given(@Nullable List<@Nullable String> values) {
    return values == null ? List.of() : values.stream().filter(Objects::nonNull).toList();
  }
}
