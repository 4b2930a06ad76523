package nl.samenopleiden.local.loading;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.samenopleiden.local.demo.Board;
import nl.samenopleiden.local.demo.DemoWorld;
import nl.samenopleiden.local.demo.Pabo;
import nl.samenopleiden.local.demo.School;
import nl.samenopleiden.local.frontdoor.AtEvents;
import nl.samenopleiden.local.frontdoor.AtPartnership.Partnership;
import nl.samenopleiden.local.frontdoor.FrontDoor;
import nl.samenopleiden.local.frontdoor.ImportReport;
import nl.samenopleiden.local.frontdoor.Patience;
import nl.samenopleiden.local.frontdoor.Visitor;

/**
 * Loads the demonstration world. Every step first looks what is there already, so that running it
 * again after an interruption completes what is missing.
 */
public final class DemoLoader {

  private static final Duration MOST = Duration.ofMinutes(2);
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final int OFFERING_SCHOOLS = 4;

  private final FrontDoor door;
  private final DemoWorld world;
  private final Instant now;
  private final Consumer<String> tell;
  private final Visitor operator;
  private final Visitor manager;

  /**
   * @param now what courses and evenings are planned from
   * @param tell hears one line for each thing that was done
   */
  public DemoLoader(FrontDoor door, DemoWorld world, Instant now, Consumer<String> tell) {
    this.door = door;
    this.world = world;
    this.now = now;
    this.tell = tell;
    this.operator = door.as("beheer");
    this.manager = door.as("programma");
  }

  /** Does what is missing, in the order in which the one needs the other. */
  public void load() {
    registerPabos();
    importSchools();
    onboardBoards();
    agreePartnerships();
    importStudents();
    importColleagues();
    publishCourses();
    offerPlaces();
    announceEvening();
  }

  private void registerPabos() {
    List<String> known = operator.partnership().pabos();
    for (Pabo pabo : world.pabos()) {
      if (!known.contains(pabo.code())) {
        operator.partnership().registerPabo(pabo.code(), pabo.name());
        tell.accept(pabo.name() + " takes part.");
      }
    }
  }

  private void importSchools() {
    long wanted = world.boards().stream().mapToLong(b -> world.schools(b.number()).size()).sum();
    long there =
        world.boards().stream().mapToLong(b -> operator.partnership().schoolsOf(b.number())).sum();
    if (there < wanted) {
      ImportReport report =
          operator.partnership().importSchools("scholen.csv", world.schoolsCsv(), _ -> {});
      requireDone(report, "schools");
      tell.accept("Schools imported: " + report.inWords() + ".");
    }
    Patience.untilTrue(
        "the schools arrive in placement",
        MOST,
        () -> operator.placement().knownSchools() >= wanted);
  }

  private void onboardBoards() {
    for (Board board : world.boards()) {
      operator.partnership().onboard(board.number(), board.name());
    }
    tell.accept(world.boards().size() + " boards are on the platform.");
  }

  private void agreePartnerships() {
    Map<String, Partnership> known =
        manager.partnership().partnerships().stream()
            .collect(Collectors.toMap(Partnership::board, each -> each));
    for (Board board : world.boards()) {
      Partnership partnership = known.get(board.number());
      if (partnership == null || !partnership.isInForce()) {
        Partnership proposed =
            partnership != null && partnership.isProposed()
                ? partnership
                : manager.partnership().proposeToBoard(board.number());
        coordinatorOf(board).partnership().accept(proposed.id());
      }
    }
    tell.accept("They work with " + DemoWorld.RIJNMOND.name() + ".");
  }

  private void importColleagues() {
    for (Board board : world.boards()) {
      Visitor coordinator = coordinatorOf(board);
      int wanted = world.colleagues(board.number()).size();
      if (coordinator.partnership().colleagues() < wanted) {
        ImportReport report =
            coordinator
                .partnership()
                .importColleagues("collegas.csv", world.colleaguesCsv(board.number()));
        requireDone(report, "colleagues of " + board.name());
        tell.accept("Colleagues of " + board.name() + ": " + report.inWords() + ".");
      }
    }
  }

  private void importStudents() {
    if (manager.placement().students() < world.students().size()) {
      ImportReport report =
          manager.placement().importStudents("studenten.csv", world.studentsCsv());
      requireDone(report, "students");
      tell.accept("Students: " + report.inWords() + ".");
    }
  }

  private void publishCourses() {
    Visitor lecturer = door.as("docent");
    if (lecturer.professionalisation().courses() == 0) {
      DemoOffer.courses(LocalDate.ofInstant(now, AMSTERDAM))
          .forEach(course -> lecturer.professionalisation().publish(course));
      tell.accept(lecturer.professionalisation().courses() + " courses are open for registration.");
    }
  }

  private void offerPlaces() {
    String period = DemoOffer.periodAfter(LocalDate.ofInstant(now, AMSTERDAM));
    for (Board board : world.boards()) {
      Visitor coordinator = coordinatorOf(board);
      List<School> offering =
          world.schools(board.number()).stream().limit(OFFERING_SCHOOLS).toList();
      if (coordinator.placement().offers() >= 2L * offering.size()) {
        continue;
      }
      for (School school : offering) {
        coordinator.placement().offerPlaces(school.code(), period, "PRACTICE", 4);
        coordinator.placement().offerPlaces(school.code(), period, "FINAL", 1);
      }
    }
    tell.accept("Schools of every board offer places in " + period + ".");
  }

  private void announceEvening() {
    if (manager.events().evenings() > 0) {
      return;
    }
    AtEvents.NewEvening evening = DemoOffer.evening(LocalDate.ofInstant(now, AMSTERDAM));
    manager.events().announce(evening);
    tell.accept(
        "Announced for "
            + evening.startsAt().atZone(AMSTERDAM).toLocalDate()
            + ": "
            + evening.title()
            + ".");
  }

  private Visitor coordinatorOf(Board board) {
    return door.as("coordinator" + Character.getNumericValue(board.number().charAt(4)));
  }

  private static void requireDone(ImportReport report, String what) {
    if (!report.isDone() || report.rejected() > 0) {
      throw new IllegalStateException("The import of the " + what + " went wrong: " + report);
    }
  }
}
