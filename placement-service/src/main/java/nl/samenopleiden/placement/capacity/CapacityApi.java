package nl.samenopleiden.placement.capacity;

import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What schools offer, and offering it. */
@RestController
@RequestMapping("/api/placement/capacity")
final class CapacityApi {

  /**
   * What a school shall offer.
   *
   * @param school the location code
   * @param period for example {@code 2026-2027-1}
   * @param kind PRACTICE, FINAL or PROFILING
   * @param places 0 to 50, never fewer than are taken
   */
  record OfferRequest(
      @Nullable String school,
      @Nullable String period,
      @Nullable String kind,
      @Nullable Integer places) {

    Offer.Words words() {
      return new Offer.Words(
          text(school), text(period), text(kind), places == null ? "" : places.toString());
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value;
    }
  }

  private final Capacities capacities;
  private final Problems problems;

  CapacityApi(Capacities capacities, Problems problems) {
    this.capacities = capacities;
    this.problems = problems;
  }

  /**
   * Offers this many places instead of what was offered before; saying it twice is saying it once.
   */
  @PostMapping
  @Allowed({Role.BOARD_COORDINATOR, Role.SCHOOL_LEADER, Role.SCHOOL_EDUCATOR})
  ResponseEntity<?> offer(Access access, @RequestBody OfferRequest request) {
    return problems.answer(
        capacities.offer(access, request.words()), view -> ResponseEntity.ok(view));
  }

  /** A board sees what its own schools offer, a pabo what the schools of its partners offer. */
  @GetMapping
  @Allowed({
    Role.BOARD_COORDINATOR,
    Role.SCHOOL_LEADER,
    Role.SCHOOL_EDUCATOR,
    Role.MENTOR,
    Role.PROGRAMME_MANAGER,
    Role.SUPERVISOR,
    Role.LECTURER,
    Role.PARTNER
  })
  Page<CapacityView> capacity(
      Access access,
      PageRequest page,
      @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "") String q) {
    return capacities.page(access, Capacities.Which.in(Capacities.asked(period), q), page);
  }
}
