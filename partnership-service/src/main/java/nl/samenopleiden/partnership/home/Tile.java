package nl.samenopleiden.partnership.home;

import java.util.List;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.Role;
import org.jspecify.annotations.Nullable;

/**
 * The tile on the platform's home page: one or two numbers and the next thing to do.
 *
 * @param numbers shown large
 * @param next names the words of the next thing to do; null when there is none
 * @param path where that leads
 */
record Tile(List<Number> numbers, @Nullable String next, String path) {

  /**
   * One number.
   *
   * @param key names its words
   */
  record Number(String key, long value) {}

  /** What there is to tell. */
  interface Numbers {
    long onboarded();

    long locations();

    long schools();

    long colleagues();

    long comingSeats();

    long partners();

    long proposalsForUs();
  }

  static Tile of(Caller caller, Numbers numbers) {
    if (caller.is(Role.OPERATOR)) {
      return operator(numbers);
    }
    if (caller.is(Role.BOARD_COORDINATOR, Role.PROGRAMME_MANAGER)) {
      return leader(caller, numbers);
    }
    if (caller.is(Role.SCHOOL_LEADER, Role.SCHOOL_EDUCATOR) && caller.atSchool().isPresent()) {
      return new Tile(
          List.of(
              new Number("tile.school-colleagues", numbers.colleagues()),
              new Number("tile.school-seats", numbers.comingSeats())),
          "tile.next.courses",
          "/partnership/courses");
    }
    return new Tile(
        List.of(new Number("tile.schools", numbers.schools())),
        caller.atSchool().isPresent() ? "tile.next.my-school" : "tile.next.schools",
        caller
            .atSchool()
            .map(school -> "/partnership/schools/" + school)
            .orElse("/partnership/schools"));
  }

  private static Tile operator(Numbers numbers) {
    long locations = numbers.locations();
    if (locations == 0) {
      return new Tile(List.of(), "tile.next.import", "/partnership/school-imports");
    }
    return new Tile(
        List.of(
            new Number("tile.locations", locations),
            new Number("tile.onboarded", numbers.onboarded())),
        "tile.next.boards",
        "/partnership/boards");
  }

  private static Tile leader(Caller caller, Numbers numbers) {
    List<Number> shown =
        List.of(
            new Number("tile.schools", numbers.schools()),
            new Number(
                caller.home().isBoard() ? "tile.partner-pabos" : "tile.partner-boards",
                numbers.partners()));
    if (numbers.proposalsForUs() > 0) {
      return new Tile(shown, "tile.next.answer", "/partnership/partnerships");
    }
    return numbers.partners() == 0
        ? new Tile(shown, "tile.next.propose", "/partnership/partnerships")
        : new Tile(shown, "tile.next.overview", "/partnership/overview");
  }
}
