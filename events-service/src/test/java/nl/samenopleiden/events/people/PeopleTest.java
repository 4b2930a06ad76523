package nl.samenopleiden.events.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.samenopleiden.events.EventsWorld;
import nl.samenopleiden.events.evening.Audience;
import nl.samenopleiden.events.evening.Themes;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@SamenTest
class PeopleTest {

  private static final People.Wanted ALL = new People.Wanted(List.of(), List.of(), List.of());

  @Autowired Samen samen;
  @Autowired People people;
  @Autowired Organisations organisations;

  private String board = "";

  @BeforeEach
  void aBoard() {
    board = samen.freshBoard();
  }

  @Test
  void anEventThatComesTwiceOrLateChangesNothing() {
    var teacher = samen.person(Role.TEACHER).ofBoard(board).named("Eerste Naam");
    OwnedId id = new OwnedId(Owner.board(board), EventsWorld.id(teacher));
    String first = json(EventsWorld.colleague(teacher));
    String second = json(EventsWorld.colleague(teacher.named("Tweede Naam")));
    String left = json(Map.of("id", id.value()));
    samen.tell("partnership", "colleague", id, 1, "ColleagueJoined", first);
    samen.tell("partnership", "colleague", id, 2, "ColleagueChanged", second);
    samen.tell("partnership", "colleague", id, 2, "ColleagueChanged", second);
    samen.tell("partnership", "colleague", id, 1, "ColleagueJoined", first);
    samen.tell("partnership", "colleague", id, 1, "ColleagueLeft", left);
    allIsRead();
    assertThat(all()).extracting(Person::name).containsExactly("Tweede Naam");
    samen.tell("partnership", "colleague", id, 4, "ColleagueLeft", left);
    samen.tell("partnership", "colleague", id, 3, "ColleagueChanged", second);
    allIsRead();
    assertThat(all()).isEmpty();
  }

  @Test
  void oneEventThatCannotBeReadKeepsNobodyElseOut() {
    var broken = samen.person(Role.TEACHER).ofBoard(board);
    var teacher = samen.person(Role.TEACHER).ofBoard(board);
    samen.tell(
        "partnership",
        "colleague",
        new OwnedId(Owner.board(board), EventsWorld.id(broken)),
        1,
        "ColleagueJoined",
        "{\"name\":\"Zonder adres\"}");
    samen.tell(
        "partnership",
        "colleague",
        new OwnedId(Owner.board(board), EventsWorld.id(teacher)),
        "ColleagueJoined",
        EventsWorld.colleague(teacher));
    samen.await(() -> assertThat(all()).extracting(Person::name).containsExactly(teacher.name()));
  }

  @Test
  void onlyWhatInvitingNeedsIsKept() {
    var teacher = samen.person(Role.TEACHER).ofBoard(board).atSchool("00AA00");
    Map<String, Object> fact = new HashMap<>(EventsWorld.colleague(teacher, "young-child"));
    fact.put("phone", "0612345678");
    samen.tell(
        "partnership",
        "colleague",
        new OwnedId(Owner.board(board), EventsWorld.id(teacher)),
        "ColleagueJoined",
        fact);
    samen.await(
        () ->
            assertThat(all())
                .containsExactly(
                    new Person(
                        "board:" + board,
                        Person.keyOf(teacher.email()),
                        teacher.name(),
                        teacher.email(),
                        List.of("teacher"),
                        "00AA00",
                        List.of("young-child"))));
  }

  @Test
  void schoolsAndOrganisationsAreCalledByTheirNames() {
    Owner owner = Owner.board(board);
    assertThat(organisations.nameOf(owner)).isEqualTo(board);
    samen.tell(
        "partnership",
        "board",
        new OwnedId(Owner.OPERATOR, board),
        "BoardOnboarded",
        Map.of("number", board, "name", "Stichting Noord"));
    OwnedId school = new OwnedId(owner, "00AA00");
    samen.tell("partnership", "school", school, "SchoolRegistered", Map.of("name", "De Brug"));
    samen.tell("partnership", "school", school, "SchoolChanged", Map.of("name", "De Nieuwe Brug"));
    samen.await(
        () -> {
          assertThat(organisations.nameOf(owner)).isEqualTo("Stichting Noord");
          assertThat(organisations.schoolsOf(Scope.of(owner)))
              .containsExactly(new Organisations.School(board, "00AA00", "De Nieuwe Brug"));
        });
    samen.tell("partnership", "school", school, "SchoolClosed", Map.of("code", "00AA00"));
    samen.await(() -> assertThat(organisations.schoolsOf(Scope.of(owner))).isEmpty());
  }

  @Test
  void thePreviewCountsExactlyThoseWhoWouldBeInvited() {
    Random random = new Random(20261124);
    List<String> schools = List.of("00AA00", "00BB00", "00CC00");
    Role[] roles = {Role.TEACHER, Role.MENTOR, Role.SCHOOL_LEADER};
    EventsWorld world = new EventsWorld(samen);
    for (int i = 0; i < 40; i++) {
      var person =
          samen
              .person(roles[random.nextInt(roles.length)])
              .ofBoard(world.board)
              .atSchool(schools.get(random.nextInt(schools.size())));
      world.joined(person, some(random, Themes.ALL).toArray(String[]::new));
    }
    for (int i = 0; i < 5; i++) {
      world.student(some(random, Themes.ALL).toArray(String[]::new));
    }
    world.reaches(Map.of("everyone", true), 45);
    List<Person> everybody = new ArrayList<>();
    Owner owner = Owner.board(world.board);
    Owner pabo = Owner.pabo(world.pabo);
    everybody.addAll(people.next(owner, ALL, null, 1_000));
    everybody.addAll(people.next(pabo, ALL, null, 1_000));
    for (int i = 0; i < 60; i++) {
      Audience audience =
          new Audience(
              some(random, Audience.ROLES),
              random.nextInt(4) == 0 ? List.of(world.board) : List.of(),
              some(random, schools),
              some(random, Themes.ALL),
              false);
      long expected = everybody.stream().filter(audience::concerns).count();
      Scope scope = new Scope(audience.organisations(pabo, Set.of(owner)));
      assertThat(people.count(scope, audience.wanted()))
          .as(audience.toString())
          .isEqualTo(expected);
    }
  }

  @Test
  void peopleAreReadInPartsInTheOrderOfTheirKeys() {
    EventsWorld world = new EventsWorld(samen);
    world.teachers(23);
    world.reaches(EventsWorld.teachersOnly(), 23);
    Owner owner = Owner.board(world.board);
    List<Person> read = new ArrayList<>();
    List<Person> part = people.next(owner, ALL, null, 5);
    while (!part.isEmpty()) {
      read.addAll(part);
      part = people.next(owner, ALL, part.getLast().key(), 5);
    }
    assertThat(read).hasSize(23).extracting(Person::key).isSorted().doesNotHaveDuplicates();
  }

  private List<Person> all() {
    return people.next(Owner.board(board), ALL, null, 100);
  }

  /** Waits until what was told has been read: of each partition the last thing told is this. */
  private void allIsRead() {
    for (int i = 0; i < 60; i++) {
      String other = samen.freshBoard();
      var marker = samen.person(Role.MENTOR).ofBoard(other);
      OwnedId id = new OwnedId(Owner.board(other), EventsWorld.id(marker));
      samen.tell("partnership", "colleague", id, "ColleagueJoined", EventsWorld.colleague(marker));
      samen.await(() -> assertThat(people.next(Owner.board(other), ALL, null, 1)).isNotEmpty());
    }
  }

  private static List<String> some(Random random, List<String> values) {
    List<String> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, random.nextInt(3));
  }

  private static String json(Object fact) {
    return JsonMapper.builder().build().writeValueAsString(fact);
  }
}
