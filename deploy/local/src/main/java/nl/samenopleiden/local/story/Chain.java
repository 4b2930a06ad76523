package nl.samenopleiden.local.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.local.demo.DemoWorld;
import nl.samenopleiden.local.demo.School;
import nl.samenopleiden.local.frontdoor.AtEvents;
import nl.samenopleiden.local.frontdoor.AtPartnership.Partnership;
import nl.samenopleiden.local.frontdoor.AtProfessionalisation;
import nl.samenopleiden.local.frontdoor.FrontDoor;
import nl.samenopleiden.local.frontdoor.ImportReport;
import nl.samenopleiden.local.frontdoor.Mailbox;
import nl.samenopleiden.local.frontdoor.Patience;
import nl.samenopleiden.local.frontdoor.Reply;
import nl.samenopleiden.local.frontdoor.Visitor;
import nl.samenopleiden.local.loading.DemoLoader;
import nl.samenopleiden.local.loading.DemoOffer;
import tools.jackson.databind.JsonNode;

/**
 * The chain: an eighth board joins, and from then on everything that people do about one theme
 * hangs together. It can be walked again and again on the same platform: what is there already is
 * found.
 */
public final class Chain {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration WHOLE_REGISTER = Duration.ofMinutes(2);
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final String BOARD = DemoWorld.STORY_BOARD;
  private static final String THEME = "solution-focused-working";
  private static final int SEATS = 2;

  /** In the order in which they register: of three boards, the second and third of the story's. */
  private static final List<String> REGISTERING =
      List.of("leerkracht1", "verhaal1", "verhaal2", "leerkracht2");

  private final FrontDoor door;
  private final DemoWorld world;
  private final Register register;
  private final Instant now;
  private final LocalDate today;
  private final String period;
  private final School school;
  private final Visitor operator;
  private final Visitor manager;
  private final Visitor coordinator;
  private String course = "";
  private String evening = "";
  private String student = "";

  /**
   * @param now courses and evenings are planned from it
   */
  public Chain(FrontDoor door, DemoWorld world, Register register, Instant now) {
    this.door = door;
    this.world = world;
    this.register = register;
    this.now = now;
    this.today = LocalDate.ofInstant(now, AMSTERDAM);
    this.period = DemoOffer.periodAfter(today);
    this.school = world.schools(BOARD).getFirst();
    this.operator = door.as("beheer");
    this.manager = door.as("programma");
    this.coordinator = door.as("coordinator8");
  }

  List<Step> steps() {
    return List.of(
        new Step("Seven boards and their pabo are on the platform", this::world),
        new Step("The operator imports the register of schools", this::importRegister),
        new Step("Placement knows every school, told by events only", this::schoolsArrive),
        new Step("Board " + BOARD + " joins with its schools", this::boardJoins),
        new Step("Pabo and board agree to work together", this::partnersAgree),
        new Step("The board's coordinator brings in the colleagues", this::colleaguesCome),
        new Step("A lecturer publishes a coach course of two seats", this::coursePublished),
        new Step("Teachers of three boards register", this::teachersRegister),
        new Step("One cancels, and the first who waits moves up", this::waitingListMoves),
        new Step("Who moved up has a mail with the date for the calendar", this::mailArrives),
        new Step("The school offers places for students", this::placesOffered),
        new Step("The programme manager places a student there", this::studentPlaced),
        new Step("An inspiration evening on the theme is announced", this::eveningAnnounced),
        new Step("A teacher is invited, and comes", this::invitationAnswered),
        new Step("The coordinator sees all of it on one page", this::overviewShows),
        new Step("The coordinator of another board sees none of it", this::otherBoardSeesNothing));
  }

  private String world() {
    new DemoLoader(door, world, now, _ -> {}).load();
    return world.boards().size() + " boards, " + operator.partnership().schools() + " schools";
  }

  private String importRegister() {
    ImportReport report =
        operator.partnership().importSchools(register.name(), register.content(), _ -> {});
    NotHeldException.unless(report.isDone(), "the import ended as %s", report);
    NotHeldException.unless(
        report.rows() == register.rows() && report.rejected() == 0,
        "of %d rows %d were read and %d rejected",
        register.rows(),
        report.rows(),
        report.rejected());
    return "%s, %s".formatted(register.name(), report.inWords());
  }

  private String schoolsArrive() {
    long there = operator.partnership().schools();
    Patience.untilTrue(
        "placement knows %,d schools".formatted(there),
        WHOLE_REGISTER,
        () -> operator.placement().knownSchools() == there);
    return "%,d schools, of which %,d stand in the register".formatted(there, register.rows());
  }

  private String boardJoins() {
    ImportReport report =
        operator.partnership().importSchools("scholen.csv", world.storySchoolsCsv(), _ -> {});
    NotHeldException.unless(report.isDone(), "the import ended as %s", report);
    operator.partnership().onboard(BOARD, world.storyBoard().name());
    long schools = coordinator.partnership().schools();
    NotHeldException.unless(
        schools == world.schools(BOARD).size(), "its coordinator sees %d schools", schools);
    return world.storyBoard().name() + " with " + schools + " schools";
  }

  private String partnersAgree() {
    Optional<Partnership> known =
        manager.partnership().partnerships().stream()
            .filter(each -> each.board().equals(BOARD))
            .findFirst();
    if (known.isPresent() && known.get().isInForce()) {
      return "they do already";
    }
    Partnership proposed =
        known
            .filter(Partnership::isProposed)
            .orElseGet(() -> manager.partnership().proposeToBoard(BOARD));
    Partnership agreed = coordinator.partnership().accept(proposed.id());
    NotHeldException.unless(agreed.isInForce(), "it is %s", agreed.state());
    return "the pabo proposed, the board accepted";
  }

  private String colleaguesCome() {
    ImportReport report =
        coordinator.partnership().importColleagues("collegas.csv", world.colleaguesCsv(BOARD));
    NotHeldException.unless(
        report.isDone() && report.rejected() == 0, "the import ended as %s", report);
    return report.inWords();
  }

  private String coursePublished() {
    String title = "Oplossingsgericht coachen, groep van " + today;
    course =
        door.as("docent")
            .professionalisation()
            .publish(
                DemoOffer.course(
                    today, 3, SEATS, title, THEME, "Coachen op wat werkt, in een kleine groep."));
    // The service hears of the new partner by an event.
    Visitor teacher = door.as("verhaal1");
    Patience.untilTrue(
        "a teacher of the board sees the course",
        SOON,
        () -> teacher.ask("/api/professionalisation/courses/" + course).isGood());
    return "'%s'".formatted(title);
  }

  private String teachersRegister() {
    List<AtProfessionalisation.Registration> all = new ArrayList<>();
    REGISTERING.forEach(user -> all.add(door.as(user).professionalisation().register(course)));
    for (int n = 0; n < all.size(); n++) {
      NotHeldException.unless(
          all.get(n).isSeat() == n < SEATS && all.get(n).number() == n + 1,
          "%s has %s",
          REGISTERING.get(n),
          all.get(n));
    }
    return "%d have a seat, %d wait in their order".formatted(SEATS, all.size() - SEATS);
  }

  private String waitingListMoves() {
    door.as(REGISTERING.getFirst()).professionalisation().cancel(course);
    String next = REGISTERING.get(SEATS);
    Patience.untilTrue(
        next + " has a seat",
        SOON,
        () ->
            door.as(next)
                .professionalisation()
                .statusIn(course)
                .filter(status -> status.equals("SEAT"))
                .isPresent());
    return next + " has the seat of " + REGISTERING.getFirst();
  }

  private String mailArrives() {
    String address = world.user(REGISTERING.get(SEATS)).orElseThrow().email();
    Mailbox.Mail mail =
        Patience.until(
            "a mail with a confirmed calendar entry",
            SOON,
            () ->
                door.mailbox().to(address, "").stream()
                    .filter(each -> calendarOf(each).contains(course))
                    .filter(each -> calendarOf(each).contains("STATUS:CONFIRMED"))
                    .findFirst());
    return "'%s' to %s".formatted(mail.subject(), address);
  }

  /** Long lines are folded in iCalendar. */
  private static String calendarOf(Mailbox.Mail mail) {
    String calendar = mail.calendar();
    return calendar == null ? "" : calendar.replaceAll("\r?\n[ \t]", "");
  }

  private String placesOffered() {
    Visitor leader = door.as("leider8");
    Patience.untilTrue(
        "the school is known in placement", SOON, () -> leader.placement().schools() > 0);
    int taken =
        leader
            .placement()
            .offer(school.code(), period)
            .map(its -> its.path("taken").asInt())
            .orElse(0);
    leader.placement().offerPlaces(school.code(), period, "PRACTICE", taken + 2);
    return "%s offers %d places in %s".formatted(school.name(), taken + 2, period);
  }

  private String studentPlaced() {
    student =
        manager
            .placement()
            .studentWithout(period)
            .orElseThrow(() -> new NotHeldException("every student is placed in " + period));
    Patience.untilTrue(
        "the pabo sees what the school offers",
        SOON,
        () -> manager.placement().offer(school.code(), period).isPresent());
    JsonNode made = manager.placement().place(student, school.code(), period, "PRACTICE");
    NotHeldException.unless(
        made.path("school").asString("").equals(school.code()), "the answer was %s", made);
    return "at " + school.name() + " in " + period;
  }

  private String eveningAnnounced() {
    var audience = new AtEvents.Audience(List.of("teacher"), List.of(BOARD), List.of(), List.of());
    long teachers = 40;
    Patience.untilTrue(
        "the evenings' service knows the board's teachers",
        SOON,
        () -> manager.events().reach(audience) >= teachers);
    AtEvents.NewEvening announcement =
        DemoOffer.evening(today, "Oplossingsgericht werken: van elkaar leren", audience);
    evening = manager.events().announce(announcement);
    Patience.untilTrue(
        "everyone is invited",
        SOON,
        () ->
            manager.events().evening(evening).path("answers").path("invited").asLong() >= teachers);
    return "%d teachers are invited"
        .formatted(manager.events().evening(evening).path("answers").path("invited").asLong());
  }

  private String invitationAnswered() {
    Visitor teacher = door.as("verhaal3");
    Patience.untilTrue(
        "the invitation is there", SOON, () -> teacher.events().invitations().contains(evening));
    teacher.events().answer(evening, true);
    return "verhaal3 says yes";
  }

  private String overviewShows() {
    JsonNode seen =
        Patience.until(
            "the overview shows the course with 2 seats, the placement and the evening with 1 yes",
            SOON,
            () -> Optional.of(coordinator.partnership().overview()).filter(this::isComplete));
    return "%d schools, %d colleagues, %d courses, %d evenings"
        .formatted(
            seen.path("schools").asLong(),
            seen.path("colleagues").asLong(),
            seen.path("courses").size(),
            seen.path("evenings").size());
  }

  private boolean isComplete(JsonNode overview) {
    boolean inCourse =
        overview
            .path("courses")
            .valueStream()
            .anyMatch(
                each ->
                    each.path("course").asString("").equals(course)
                        && each.path("seats").asInt() == SEATS);
    boolean placed =
        overview
            .path("placements")
            .valueStream()
            .anyMatch(
                each ->
                    each.path("school").asString("").equals(school.code())
                        && each.path("period").asString("").equals(period));
    boolean comes =
        overview
            .path("evenings")
            .valueStream()
            .anyMatch(
                each ->
                    each.path("evening").asString("").equals(evening)
                        && each.path("yes").asInt() == 1);
    return inCourse && placed && comes;
  }

  private String otherBoardSeesNothing() {
    Visitor other = door.as("coordinator1");
    sameAsNothing(other, "/api/partnership/schools/", school.code(), "00ZZ99");
    sameAsNothing(other, "/api/partnership/boards/", BOARD, "99999");
    sameAsNothing(other, "/api/events/evenings/", evening, "00000000-0000-0000-0000-000000000000");
    String seen = other.partnership().overview().toString();
    NotHeldException.unless(
        !seen.contains(school.code()) && !seen.contains(evening), "its overview tells of them");
    return "what is another board's looks exactly like what does not exist";
  }

  /** The answer must not even tell that there is something. */
  private static void sameAsNothing(Visitor visitor, String path, String there, String nowhere) {
    Reply real = visitor.ask(path + there);
    Reply none = visitor.ask(path + nowhere);
    NotHeldException.unless(real.status() == 404, "%s%s answered %d", path, there, real.status());
    NotHeldException.unless(
        none.status() == 404
            && real.json()
                .toString()
                .replace(there, "…")
                .equals(none.json().toString().replace(nowhere, "…")),
        "%s%s answers otherwise than what does not exist",
        path,
        there);
  }
}
