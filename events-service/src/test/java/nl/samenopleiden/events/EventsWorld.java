package nl.samenopleiden.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Client;
import nl.samenopleiden.platform.test.Heard;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;

/** A pabo, a board that it works with, and the people of both, for one test. */
public final class EventsWorld {

  private final Samen samen;
  public final String pabo;
  public final String board;
  public final Person lecturer;

  /** A world of its own: nobody else is in it. */
  public EventsWorld(Samen samen) {
    this.samen = samen;
    pabo = samen.freshPabo();
    board = samen.freshBoard();
    lecturer = samen.person(Role.LECTURER).ofPabo(pabo);
    samen.partners(pabo, board);
  }

  /** The lecturer who organises. */
  public Client organiser() {
    return samen.as(lecturer);
  }

  /** A teacher of the board, whom partnership-service has told about. */
  public Person teacher(String... themes) {
    Person teacher = samen.person(Role.TEACHER).ofBoard(board).atSchool("00AA00");
    joined(teacher, themes);
    return teacher;
  }

  /** So many teachers of the board; waits until they are known. */
  public List<Person> teachers(int count) {
    List<Person> teachers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      teachers.add(samen.person(Role.TEACHER).ofBoard(board).atSchool("00AA00"));
    }
    try (ExecutorService tellers = Executors.newVirtualThreadPerTaskExecutor()) {
      teachers.forEach(teacher -> tellers.submit(() -> joined(teacher)));
    }
    return teachers;
  }

  /** A student of the pabo, whom placement-service has told about. */
  public Person student(String... themes) {
    Person student = samen.person(Role.STUDENT).ofPabo(pabo);
    samen.tell(
        "placement",
        "student",
        new OwnedId(Owner.pabo(pabo), id(student)),
        "StudentEnrolled",
        Map.of(
            "id", id(student),
            "name", student.name(),
            "email", student.email(),
            "number", "0912345",
            "year", 2,
            "themes", List.of(themes)));
    return student;
  }

  /** Tells that this person joined a board. */
  public void joined(Person person, String... themes) {
    samen.tell(
        "partnership",
        "colleague",
        new OwnedId(Owner.board(String.valueOf(person.board())), id(person)),
        "ColleagueJoined",
        colleague(person, themes));
  }

  /** What partnership-service tells about a colleague. */
  public static Map<String, Object> colleague(Person person, String... themes) {
    Map<String, Object> fact = new HashMap<>();
    fact.put("id", id(person));
    fact.put("name", person.name());
    fact.put("email", person.email());
    fact.put("roles", List.of(person.role().text()));
    fact.put("themes", List.of(themes));
    if (person.school() != null) {
      fact.put("school", person.school());
    }
    return fact;
  }

  public static String id(Person person) {
    return UUID.nameUUIDFromBytes(person.email().getBytes()).toString();
  }

  /** Waits until so many people are reached by this audience. */
  public void reaches(Map<String, Object> audience, int people) {
    samen.await(
        () ->
            assertThat(
                    organiser()
                        .post("/api/events/evenings/reach", audience)
                        .json()
                        .get("people")
                        .asInt())
                .isEqualTo(people));
  }

  /** An evening in a month, to announce. */
  public static Map<String, Object> evening(int capacity, Map<String, Object> audience) {
    Map<String, Object> evening = new HashMap<>();
    evening.put("title", "Kijken naar kinderen");
    evening.put("summary", "Over observeren in de klas.");
    evening.put("themes", List.of("young-child"));
    evening.put("place", "Aula, Rotterdam");
    evening.put(
        "startsAt",
        Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.HOURS).toString());
    evening.put("minutes", 120);
    evening.put("capacity", capacity);
    evening.put("audience", audience);
    return evening;
  }

  /** The teachers. */
  public static Map<String, Object> teachersOnly() {
    return Map.of("roles", List.of("teacher"));
  }

  /** Announces, and gives the evening's id. */
  public String announce(int capacity, Map<String, Object> audience) {
    Answer answer = organiser().post("/api/events/evenings", evening(capacity, audience));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    String id = answer.json().get("id").asString();
    assertThat(answer.header("Location")).isEqualTo("/api/events/evenings/" + id);
    return id;
  }

  /** Waits until everyone has been told, so many of them. */
  public void told(String evening, int people) {
    samen.await(
        () -> {
          var telling = organiser().get("/api/events/evenings/" + evening).json().get("telling");
          assertThat(telling.get("finished").asBoolean()).as(telling.toString()).isTrue();
          assertThat(telling.get("told").asInt()).isEqualTo(people);
        });
  }

  /** Announces an evening for these teachers, and waits until they are invited. */
  public String invite(int capacity, int people) {
    reaches(teachersOnly(), people);
    String evening = announce(capacity, teachersOnly());
    told(evening, people);
    return evening;
  }

  /** Answers as this person. */
  public Answer answer(Person person, String evening, String answer) {
    return samen
        .as(person)
        .post("/api/events/evenings/" + evening + "/answer", Map.of("answer", answer));
  }

  /** The facts of this type about an evening. */
  public List<Heard> heard(String type, String evening) {
    return samen.heard(type).stream()
        .filter(each -> each.json().path("evening").asString("").equals(evening))
        .toList();
  }
}
