package nl.samenopleiden.placement.placement;

import java.net.URI;
import nl.samenopleiden.placement.capacity.Capacities;
import nl.samenopleiden.placement.capacity.Kind;
import nl.samenopleiden.placement.capacity.Period;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
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

/** Who is placed where, placing and ending. */
@RestController
@RequestMapping("/api/placement/placements")
final class PlacementsApi {

  /**
   * A student to place.
   *
   * @param student the student's id
   * @param school the location code of a school of a partner board
   * @param period for example {@code 2026-2027-1}
   * @param kind PRACTICE, FINAL or PROFILING
   */
  record PlaceRequest(
      @Nullable String student,
      @Nullable String school,
      @Nullable String period,
      @Nullable String kind) {

    Placing.Words words() {
      return new Placing.Words(text(student), text(school), text(period), text(kind));
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value;
    }
  }

  /** The placement that was made. */
  record Made(
      String id,
      String student,
      String school,
      String schoolName,
      String board,
      Period period,
      Kind kind) {

    static Made of(Placing.Placed placed) {
      var where = placed.placement().where();
      return new Made(
          placed.placement().id(),
          placed.student().id(),
          where.school(),
          placed.placement().schoolName(),
          where.board(),
          where.period(),
          where.kind());
    }
  }

  private final Placing placing;
  private final Placements placements;
  private final Problems problems;

  PlacementsApi(Placing placing, Placements placements, Problems problems) {
    this.placing = placing;
    this.placements = placements;
    this.problems = problems;
  }

  /** Places a student; 201 when new, 200 with the same when the student had been placed there. */
  @PostMapping
  @Allowed({Role.PROGRAMME_MANAGER, Role.SUPERVISOR})
  ResponseEntity<?> place(Access access, @RequestBody PlaceRequest request) {
    return problems.answer(
        placing.place(access, request.words()),
        placed -> {
          Made made = Made.of(placed);
          return placed.again()
              ? ResponseEntity.ok(made)
              : ResponseEntity.created(
                      URI.create("/api/placement/students/" + placed.student().id()))
                  .body(made);
        });
  }

  /** Ends a placement; ending it again changes nothing. */
  @PostMapping("/{placement}/end")
  @Allowed({Role.PROGRAMME_MANAGER, Role.SUPERVISOR})
  ResponseEntity<?> end(Access access, @PathVariable String placement) {
    return problems.answer(placing.end(access, placement), _ -> ResponseEntity.noContent().build());
  }

  /**
   * The placements in force: a pabo sees its own students, a board coordinator numbers for each
   * school and period, a school leader, school-based teacher educator or mentor who comes to the
   * own school.
   */
  @GetMapping
  @Allowed({
    Role.PROGRAMME_MANAGER,
    Role.SUPERVISOR,
    Role.BOARD_COORDINATOR,
    Role.SCHOOL_LEADER,
    Role.SCHOOL_EDUCATOR,
    Role.MENTOR
  })
  Page<? extends PlacementView> placements(
      Access access,
      PageRequest page,
      @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "") String q) {
    return placements.page(access, Capacities.asked(period), q, page);
  }
}
