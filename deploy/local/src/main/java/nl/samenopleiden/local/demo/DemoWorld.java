package nl.samenopleiden.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A fictional pabo with everybody around it, of the founding user's size: 7 boards, 130 schools,
 * 3,500 teachers, 600 students; and an eighth board that joins only in the story. The same on every
 * run.
 *
 * <p>User names: {@code beheer}, {@code programma}, {@code docent}, {@code begeleider}, {@code
 * programma-delta}, {@code student1…600}, {@code leerkracht1…3500} (the first seven each of another
 * board), {@code verhaal1…40} (teachers of the eighth board), {@code coordinator1…8}, and of the
 * first school of each board {@code leider1…8}, {@code opleider1…8}, {@code mentor1…8}; those of
 * the other schools are called after the location: {@code leider-90ab00}.
 */
public final class DemoWorld {

  /** The pabo around which the world turns. */
  public static final Pabo RIJNMOND = new Pabo("rijnmond", "Pabo Rijnmond");

  /** The other pabo, whose machine is the client {@code partner-delta}. */
  public static final Pabo DELTA = new Pabo("delta", "Pabo Delta");

  /** The number of the board that joins in the story. */
  public static final String STORY_BOARD = "90008";

  /** Keys of the themes, in the order in which they are shown. */
  public static final List<String> THEMES =
      List.of(
          "solution-focused-working",
          "video-coaching",
          "community-school",
          "parental-involvement",
          "young-child",
          "inclusive-education",
          "guidance-of-students",
          "assessing-together");

  private static final long SEED = 20261124L;
  private static final int TEACHERS = 3_500;
  private static final int STORY_TEACHERS = 40;
  private static final int STUDENTS = 600;
  private static final int FEWEST_TEACHERS = 10;
  private static final int BRINS_BEFORE_STORY = 25 * 26;

  private final long seed;
  private final PersonNames names = new PersonNames();
  private final List<School> schools = new ArrayList<>();
  private final Map<String, SignInUser> users = new LinkedHashMap<>();
  private final Map<String, List<Colleague>> colleagues = new LinkedHashMap<>();
  private final List<Student> students = new ArrayList<>();

  DemoWorld(long seed) {
    this.seed = seed;
    buildSchools();
    staff("beheer", "operator", null, "samen.example");
    staff("programma", "programme-manager", RIJNMOND, "rijnmond.example");
    staff("docent", "lecturer", RIJNMOND, "rijnmond.example");
    staff("begeleider", "supervisor", RIJNMOND, "rijnmond.example");
    staff("programma-delta", "programme-manager", DELTA, "delta.example");
    Plan.ALL.forEach(this::buildPeopleOf);
    buildTeachers();
    buildStudents();
  }

  /** The world, made anew; always the same. */
  public static DemoWorld create() {
    return new DemoWorld(SEED);
  }

  /** Both pabos. */
  public List<Pabo> pabos() {
    return List.of(RIJNMOND, DELTA);
  }

  /** The seven boards of the demonstration, largest first. */
  public List<Board> boards() {
    return Plan.ALL.stream()
        .map(Plan::asBoard)
        .filter(b -> !b.number().equals(STORY_BOARD))
        .toList();
  }

  /** The board that joins in the story. */
  public Board storyBoard() {
    return Plan.ALL.getLast().asBoard();
  }

  /** The schools of a board, in the order of their codes. */
  public List<School> schools(String board) {
    return schools.stream().filter(school -> school.board().equals(board)).toList();
  }

  /** The people of a board: its coordinator first, then school by school. */
  public List<Colleague> colleagues(String board) {
    return List.copyOf(colleagues.getOrDefault(board, List.of()));
  }

  /** The students of {@link #RIJNMOND}. */
  public List<Student> students() {
    return List.copyOf(students);
  }

  /** Everybody who can sign in. */
  public Collection<SignInUser> users() {
    return java.util.Collections.unmodifiableCollection(users.values());
  }

  /** Who signs in with this user name; upper and lower case are the same. */
  public Optional<SignInUser> user(String userName) {
    return Optional.ofNullable(users.get(userName.strip().toLowerCase(Locale.ROOT)));
  }

  /** The schools of the seven boards, in the form of the national register. */
  public byte[] schoolsCsv() {
    return WorldCsv.register(
        schools.stream().filter(school -> !school.board().equals(STORY_BOARD)).toList());
  }

  /** The schools of the board that joins in the story, in the same form. */
  public byte[] storySchoolsCsv() {
    return WorldCsv.register(schools(STORY_BOARD));
  }

  /** The people of a board: name, email, school, roles, themes. */
  public byte[] colleaguesCsv(String board) {
    return WorldCsv.colleagues(colleagues(board));
  }

  /** The students: number, name, email, year, themes. */
  public byte[] studentsCsv() {
    return WorldCsv.students(students);
  }

  private void buildSchools() {
    Schools builder = new Schools(seed);
    int brins = 0;
    for (Plan plan : Plan.ALL) {
      int first = plan.board().equals(STORY_BOARD) ? BRINS_BEFORE_STORY : brins;
      List<School> built =
          builder.of(plan.board(), plan.schools(), first, plan.places(), plan.denominations());
      schools.addAll(built);
      brins += (int) built.stream().map(School::brin).distinct().count();
    }
  }

  private void staff(String userName, String role, @Nullable Pabo pabo, String domain) {
    var named = names.next(new Draw(seed, userName), domain);
    enter(
        new SignInUser(
            userName,
            sub(userName),
            named.name(),
            named.email(),
            List.of(role),
            null,
            null,
            pabo == null ? null : pabo.code()));
  }

  private void buildPeopleOf(Plan plan) {
    colleague(plan, "coordinator" + plan.number(), null, List.of("board-coordinator"));
    List<School> own = schools(plan.board());
    for (School school : own) {
      String which =
          school.equals(own.getFirst())
              ? String.valueOf(plan.number())
              : "-" + school.code().toLowerCase(Locale.ROOT);
      colleague(plan, "leider" + which, school, List.of("school-leader"));
      colleague(plan, "opleider" + which, school, List.of("school-educator"));
      colleague(plan, "mentor" + which, school, List.of("mentor", "teacher"));
    }
  }

  private void buildTeachers() {
    List<School> turns = inTurns();
    Draw draw = new Draw(seed, "who teaches where");
    // A school that comes up more often in this list is a larger one.
    List<School> larger =
        turns.stream()
            .flatMap(s -> IntStream.rangeClosed(0, draw.below(5)).mapToObj(_ -> s))
            .toList();
    for (int n = 1; n <= TEACHERS; n++) {
      School school =
          n <= turns.size() * FEWEST_TEACHERS
              ? turns.get((n - 1) % turns.size())
              : draw.oneOf(larger);
      // Every tenth teacher also coaches students in class.
      List<String> roles = n % 10 == 0 ? List.of("teacher", "mentor") : List.of("teacher");
      colleague(Plan.of(school.board()), "leerkracht" + n, school, roles);
    }
    List<School> story = schools(STORY_BOARD);
    for (int n = 1; n <= STORY_TEACHERS; n++) {
      colleague(
          Plan.ALL.getLast(), "verhaal" + n, story.get((n - 1) % story.size()), List.of("teacher"));
    }
    Comparator<Colleague> bySchool =
        Comparator.comparing(c -> c.school() == null ? "" : c.school());
    colleagues.values().forEach(list -> list.sort(bySchool));
  }

  /**
   * The schools of the seven boards so that the boards alternate, each as often as it has schools.
   */
  private List<School> inTurns() {
    Map<School, Double> turn = new LinkedHashMap<>();
    for (Plan plan : Plan.ALL.subList(0, Plan.ALL.size() - 1)) {
      List<School> own = schools(plan.board());
      for (int n = 0; n < own.size(); n++) {
        turn.put(own.get(n), (double) n / own.size());
      }
    }
    return turn.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private void buildStudents() {
    for (int n = 1; n <= STUDENTS; n++) {
      String userName = "student" + n;
      Draw draw = new Draw(seed, userName);
      var named = names.next(draw, "rijnmond.example");
      SignInUser user =
          new SignInUser(
              userName,
              sub(userName),
              named.name(),
              named.email(),
              List.of("student"),
              null,
              null,
              RIJNMOND.code());
      enter(user);
      students.add(
          new Student(
              user,
              String.valueOf(1_100_000 + n),
              1 + draw.below(4),
              draw.someOf(THEMES, 1 + draw.below(3))));
    }
  }

  private void colleague(Plan plan, String userName, @Nullable School school, List<String> roles) {
    Draw draw = new Draw(seed, userName);
    var named = names.next(draw, plan.mailDomain());
    @Nullable String code = school == null ? null : school.code();
    SignInUser user =
        new SignInUser(
            userName, sub(userName), named.name(), named.email(), roles, plan.board(), code, null);
    enter(user);
    colleagues
        .computeIfAbsent(plan.board(), _ -> new ArrayList<>())
        .add(new Colleague(user, plan.board(), code, draw.someOf(THEMES, draw.below(4))));
  }

  private void enter(SignInUser user) {
    if (users.put(user.userName(), user) != null) {
      throw new IllegalStateException("two people with user name " + user.userName());
    }
  }

  private static String sub(String userName) {
    return UUID.nameUUIDFromBytes(("samen:" + userName).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
