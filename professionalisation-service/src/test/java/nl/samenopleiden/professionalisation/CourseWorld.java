package nl.samenopleiden.professionalisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.professionalisation.colleague.Colleague;
import nl.samenopleiden.professionalisation.colleague.Colleagues;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** A pabo with a lecturer and a partner board, which nobody else uses: the world of one test. */
public final class CourseWorld {

  private final Samen samen;
  private final String pabo;
  private final String board;
  private final Person lecturer;

  /** A new world. */
  public CourseWorld(Samen samen) {
    this.samen = samen;
    pabo = samen.freshPabo();
    board = samen.freshBoard();
    lecturer = samen.person(Role.LECTURER).ofPabo(pabo);
    samen.partners(pabo, board);
  }

  /** The pabo's short name. */
  public String pabo() {
    return pabo;
  }

  /** The partner board's number. */
  public String board() {
    return board;
  }

  /** The lecturer who publishes the courses. */
  public Person lecturer() {
    return lecturer;
  }

  /** Another board that becomes a partner of the pabo. */
  public String anotherBoard() {
    String another = samen.freshBoard();
    samen.partners(pabo, another);
    return another;
  }

  /** A teacher of the partner board. */
  public Person teacher() {
    return teacherOf(board);
  }

  /** A teacher of this board. */
  public Person teacherOf(String number) {
    return samen.person(Role.TEACHER).ofBoard(number).atSchool(number + "AA");
  }

  /** Many teachers of the partner board. */
  public List<Person> teachers(int count) {
    List<Person> teachers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      teachers.add(teacher());
    }
    return teachers;
  }

  /** Has the board say that this person works at the school, and waits until that is known. */
  public void works(Colleagues colleagues, Person person, String... roles) {
    Owner owner = Owner.board(String.valueOf(person.board()));
    String id = Colleague.idOf(person.email());
    samen.tell(
        "partnership",
        "colleague",
        new OwnedId(owner, id),
        "ColleagueJoined",
        Map.of(
            "id", id,
            "name", person.name(),
            "email", person.email(),
            "school", String.valueOf(person.school()),
            "roles", List.of(roles),
            "themes", List.of()));
    samen.await(
        () ->
            assertThat(colleagues.find(owner, String.valueOf(person.school()), List.of(id)))
                .hasSize(1));
  }

  /** What a good course looks like. */
  public Map<String, Object> offer(int seats) {
    Map<String, Object> offer = new HashMap<>();
    offer.put("title", "Beeldcoaching in de klas");
    offer.put("summary", "Kijken naar wat werkt.");
    offer.put("themes", List.of("video-coaching", "guidance-of-students"));
    offer.put("place", "Zaal 3, Rotterdam");
    offer.put(
        "startsAt",
        Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.HOURS).toString());
    offer.put("minutes", 90);
    offer.put("seats", seats);
    return offer;
  }

  /** Publishes a course with so many seats, and gives its id. */
  public String course(int seats) {
    return publish(offer(seats));
  }

  /** Publishes this course, and gives its id. */
  public String publish(Map<String, Object> offer) {
    Answer answer = samen.as(lecturer).post("/api/professionalisation/courses", offer);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().get("id").asString();
  }

  /** Moves the course with all its sessions, so that it began so long ago. */
  public void begun(Collections collections, String course, Duration ago) {
    BsonDocument offer =
        collections
            .named("course")
            .find(Scope.of(Owner.pabo(pabo)), id(course))
            .orElseThrow()
            .getDocument("state")
            .getDocument("offer");
    BsonDateTime was = offer.getDateTime("startsAt");
    Duration back =
        Duration.between(Instant.ofEpochMilli(was.getValue()), Instant.now()).minus(ago);
    BsonArray sessions = new BsonArray();
    for (BsonValue each : offer.getArray("sessions")) {
      sessions.add(
          new BsonDocument("startsAt", moved(each.asDocument().getDateTime("startsAt"), back))
              .append("endsAt", moved(each.asDocument().getDateTime("endsAt"), back)));
    }
    collections
        .named("course")
        .update(
            id(course),
            null,
            Updates.combine(
                Updates.set("state.offer.startsAt", moved(was, back)),
                Updates.set("state.offer.sessions", sessions)));
  }

  private static BsonDateTime moved(BsonDateTime time, Duration by) {
    return new BsonDateTime(time.getValue() + by.toMillis());
  }

  /** Has the lecturer say whether this person, who holds a seat, was at the first session. */
  public Answer mark(Person person, String course, boolean present) {
    return mark(person, course, 1, present);
  }

  /** The same of the session of this number. */
  public Answer mark(Person person, String course, int session, boolean present) {
    return samen
        .as(lecturer)
        .put(list(course, session) + "/" + seatOf(person, course), Map.of("present", present));
  }

  /** What names this person's seat. */
  public String seatOf(Person person, String course) {
    return samen.as(person).get(path(course) + "/registrations/mine").json().get("id").asString();
  }

  /** Publishes a course with this many sessions of 90 minutes, a week apart, and gives its id. */
  public String courseOf(int sessions, int seats) {
    Instant first = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
    List<Map<String, String>> planned = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      Instant start = first.plus(Duration.ofDays(7L * i));
      planned.add(
          Map.of(
              "startsAt",
              start.toString(),
              "endsAt",
              start.plus(Duration.ofMinutes(90)).toString()));
    }
    Map<String, Object> offer = offer(seats);
    offer.put("sessions", planned);
    return publish(offer);
  }

  /** Registers this person. */
  public Answer register(Person person, String course) {
    return samen.as(person).post(path(course) + "/registrations", Map.of());
  }

  /** Registers this person, and gives what the person got, for example {@code SEAT 1}. */
  public String registered(Person person, String course) {
    Answer answer = register(person, course);
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    return place(answer);
  }

  /** Cancels this person's registration. */
  public Answer cancel(Person person, String course) {
    return samen.as(person).post(path(course) + "/registrations/mine/cancellation", Map.of());
  }

  /** What this person has, for example {@code WAITING 4, place 2}; empty when nothing. */
  public @Nullable String mine(Person person, String course) {
    Answer answer = samen.as(person).get(path(course) + "/registrations/mine");
    return answer.status() == 404 ? null : place(answer);
  }

  /** The place in an answer in words. */
  public static String place(Answer answer) {
    var json = answer.json();
    String words = json.get("status").asString() + " " + json.get("number").asLong();
    var waiting = json.get("waitingPlace");
    return waiting == null || waiting.isNull() ? words : words + ", place " + waiting.asInt();
  }

  /** The course's own name. */
  public OwnedId id(String course) {
    return new OwnedId(Owner.pabo(pabo), course);
  }

  /** Where the API has the course. */
  public static String path(String course) {
    return "/api/professionalisation/courses/" + course;
  }

  /** Where the API has the list of a session. */
  public static String list(String course, int session) {
    return path(course) + "/sessions/" + session + "/attendance";
  }

  /** Where people see the course. */
  public static String page(String course) {
    return "/professionalisation/courses/" + course;
  }
}
