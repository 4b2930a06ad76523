package nl.samenopleiden.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoWorldTest {

  private final DemoWorld world = DemoWorld.create();

  @Test
  void theWorldIsOfTheFoundingUsersSize() {
    assertThat(world.boards()).hasSize(7);
    assertThat(world.boards().stream().mapToInt(b -> world.schools(b.number()).size()))
        .containsExactly(34, 27, 22, 17, 13, 10, 7);
    assertThat(world.schools(DemoWorld.STORY_BOARD)).hasSize(4);
    assertThat(world.students()).hasSize(600);
    assertThat(named("leerkracht")).hasSize(3_500);
    assertThat(named("verhaal")).hasSize(40);
  }

  @Test
  void theWorldIsTheSameOnEveryRun() throws Exception {
    DemoWorld again = DemoWorld.create();
    assertThat(again.users()).containsExactlyElementsOf(world.users());
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(world.schoolsCsv());
    digest.update(world.storySchoolsCsv());
    digest.update(world.studentsCsv());
    world.boards().forEach(board -> digest.update(world.colleaguesCsv(board.number())));
    digest.update(world.colleaguesCsv(DemoWorld.STORY_BOARD));
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .as("screenshots and stories name people of this world: change it only on purpose")
        .isEqualTo("360955fc9b16b776350972424f4cfd55d3ddba44cec1105a596903d7bb006661");
  }

  @Test
  void everyRoleHasSomebodyWhoSignsIn() {
    assertThat(world.user("beheer").orElseThrow())
        .satisfies(user -> assertThat(user.roles()).containsExactly("operator"))
        .satisfies(user -> assertThat(user.board()).isNull())
        .satisfies(user -> assertThat(user.pabo()).isNull());
    assertThat(world.user("programma").orElseThrow().pabo()).isEqualTo("rijnmond");
    assertThat(world.user("docent").orElseThrow().roles()).containsExactly("lecturer");
    assertThat(world.user("begeleider").orElseThrow().roles()).containsExactly("supervisor");
    assertThat(world.user("student600").orElseThrow().roles()).containsExactly("student");
    for (int n = 1; n <= 8; n++) {
      String board = "9000" + n;
      String first = world.schools(board).getFirst().code();
      assertThat(world.user("coordinator" + n).orElseThrow())
          .extracting(SignInUser::board, SignInUser::school)
          .containsExactly(board, null);
      for (String role : List.of("leider", "opleider", "mentor")) {
        assertThat(world.user(role + n).orElseThrow())
            .extracting(SignInUser::board, SignInUser::school)
            .containsExactly(board, first);
      }
    }
    assertThat(world.user(" Leerkracht1 ").orElseThrow().name()).isNotBlank();
    assertThat(world.user("nobody")).isEmpty();
  }

  @Test
  void theFirstSevenTeachersAreOfSevenBoards() {
    assertThat(
            Stream.of(1, 2, 3, 4, 5, 6, 7)
                .map(n -> world.user("leerkracht" + n).orElseThrow().board()))
        .containsExactly("90001", "90002", "90003", "90004", "90005", "90006", "90007");
  }

  @Test
  void everySchoolHasALeaderAnEducatorAMentorAndAtLeastTenTeachers() {
    for (Board board : world.boards()) {
      for (School school : world.schools(board.number())) {
        List<Colleague> team =
            world.colleagues(board.number()).stream()
                .filter(colleague -> school.code().equals(colleague.school()))
                .toList();
        assertThat(with("school-leader", team)).hasSize(1);
        assertThat(with("school-educator", team)).hasSize(1);
        assertThat(with("mentor", team)).isNotEmpty();
        assertThat(with("teacher", team)).hasSizeGreaterThan(10);
      }
    }
  }

  @Test
  void theRegisterHasThirtyColumnsInWindows1252() {
    String text = new String(world.schoolsCsv(), Charset.forName("windows-1252"));
    List<String> lines = text.lines().toList();
    assertThat(lines).hasSize(131);
    assertThat(lines).allSatisfy(line -> assertThat(line.split(";", -1)).hasSize(30));
    assertThat(lines.getFirst())
        .startsWith("PROVINCIE;BEVOEGD GEZAG NUMMER;BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;");
    assertThat(lines.get(1)).startsWith("Zuid-Holland;90001;90AA;90AA00;");
    assertThat(text).as("letters beyond ASCII").containsPattern("[ëïé]");
    assertThat(text).as("a second location of a school").contains("01;");
    assertThat(new String(world.storySchoolsCsv(), Charset.forName("windows-1252")).lines())
        .hasSize(5)
        .filteredOn(line -> line.startsWith("Zuid-Holland;90008;90Z"))
        .hasSize(4);
  }

  @Test
  void thePeopleFilesNameTheSamePeopleWhoSignIn() {
    List<String> lines =
        new String(world.colleaguesCsv("90003"), StandardCharsets.UTF_8).lines().toList();
    SignInUser coordinator = world.user("coordinator3").orElseThrow();
    SignInUser mentor = world.user("mentor3").orElseThrow();
    assertThat(lines.getFirst()).isEqualTo("name,email,school,roles,themes");
    assertThat(lines.get(1))
        .startsWith(coordinator.name() + "," + coordinator.email() + ",,board-coordinator,");
    assertThat(lines)
        .anyMatch(
            line ->
                line.startsWith(
                    String.join(
                        ",",
                        mentor.name(),
                        mentor.email(),
                        String.valueOf(mentor.school()),
                        "mentor teacher")));
    SignInUser student = world.user("student1").orElseThrow();
    assertThat(new String(world.studentsCsv(), StandardCharsets.UTF_8).lines().toList())
        .hasSize(601)
        .startsWith("number,name,email,year,themes")
        .anyMatch(line -> line.startsWith("1100001," + student.name() + "," + student.email()));
  }

  private Collection<SignInUser> named(String start) {
    return world.users().stream()
        .filter(user -> user.userName().matches(start + "[0-9]+"))
        .collect(Collectors.toList());
  }

  private static List<Colleague> with(String role, List<Colleague> team) {
    return team.stream().filter(colleague -> Set.copyOf(colleague.roles()).contains(role)).toList();
  }

  @Test
  void rolesAndThemesAreWordsThatThePlatformKnows() {
    Set<String> roles =
        Arrays.stream(
                ("operator programme-manager supervisor lecturer student board-coordinator"
                        + " school-leader school-educator mentor teacher")
                    .split(" "))
            .collect(Collectors.toSet());
    assertThat(world.users().stream().flatMap(user -> user.roles().stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(roles);
    assertThat(world.students())
        .allSatisfy(student -> assertThat(DemoWorld.THEMES).containsAll(student.themes()));
  }
}
