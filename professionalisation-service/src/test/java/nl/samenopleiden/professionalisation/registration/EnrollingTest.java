package nl.samenopleiden.professionalisation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.ReceivedMail;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import nl.samenopleiden.professionalisation.colleague.Colleague;
import nl.samenopleiden.professionalisation.colleague.Colleagues;
import nl.samenopleiden.professionalisation.registration.Registration.Enroller;
import nl.samenopleiden.professionalisation.registration.Registration.Registrant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A school leader registers colleagues, from the outside. */
@SamenTest
class EnrollingTest {

  @Autowired private Samen samen;
  @Autowired private RegistrationBook book;
  @Autowired private RegistrationDesks desks;
  @Autowired private Collections collections;
  @Autowired private Colleagues colleagues;
  private CourseWorld world;
  private Person leader;
  private List<Person> people;

  @BeforeEach
  void aSchoolWithPeople() {
    world = new CourseWorld(samen);
    leader = samen.person(Role.SCHOOL_LEADER).ofBoard(world.board()).atSchool(world.board() + "AA");
    people = world.teachers(4);
    people.forEach(each -> world.works(colleagues, each, "teacher"));
  }

  @Test
  void eachHasAPlaceInTheOrderOfTheListAndBadRowsLoseNothingElse() {
    String course = world.course(2);
    Person elsewhere = world.teacher().atSchool(world.board() + "BB");
    Person coordinator = world.teacher();
    world.works(colleagues, elsewhere, "teacher");
    world.works(colleagues, coordinator, "board-coordinator");
    Answer answer =
        enrol(
            course,
            id(people.get(2)),
            id(elsewhere),
            id(people.get(0)),
            "nobody",
            id(coordinator),
            id(people.get(1)),
            id(people.get(0)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(rows(answer))
        .containsExactly(
            "REGISTERED SEAT 1",
            "REFUSED not-a-colleague",
            "REGISTERED SEAT 2",
            "REFUSED not-a-colleague",
            "REFUSED course-for-others",
            "REGISTERED WAITING 3, place 1",
            "ALREADY_REGISTERED SEAT 2");
    assertThat(rows(enrol(course, id(people.get(1)), id(people.get(2)))))
        .containsExactly("ALREADY_REGISTERED WAITING 3, place 1", "ALREADY_REGISTERED SEAT 1");
    assertThat(samen.as(leader).get(path(course)).body()).contains("is al ingeschreven");
    assertThat(world.mine(people.get(2), course)).isEqualTo("SEAT 1");
    assertThat(world.mine(people.get(1), course)).isEqualTo("WAITING 3, place 1");
  }

  @Test
  void theAudienceHoldsForThemToo() {
    Map<String, Object> offer = world.offer(2);
    offer.put("audience", List.of("mentor"));
    String course = world.publish(offer);
    assertThat(rows(enrol(course, id(people.getFirst()))))
        .containsExactly("REFUSED course-for-others");
    assertThat(samen.as(leader).get(path(course)).body()).contains("kunt u hier niet inschrijven");
  }

  @Test
  void boardsAndAnEarlierCourseHoldForThemToo() {
    Map<String, Object> here = world.offer(2);
    here.put("circle", Map.of("boards", List.of(world.board())));
    assertThat(rows(enrol(world.publish(here), id(people.getFirst()))))
        .containsExactly("REGISTERED SEAT 1");
    Map<String, Object> elsewhere = world.offer(2);
    elsewhere.put("circle", Map.of("boards", List.of(world.anotherBoard())));
    assertThat(rows(enrol(world.publish(elsewhere), id(people.getFirst()))))
        .containsExactly("REFUSED course-for-other-organisations");
    Map<String, Object> later = world.offer(2);
    later.put("circle", Map.of("prior", Map.of("course", world.course(2), "proof", "SEAT")));
    assertThat(rows(enrol(world.publish(later), id(people.getFirst()))))
        .containsExactly("REFUSED course-in-person");
  }

  @Test
  void thePersonIsToldByWhomAndGoesOnWithTheSameRegistration() {
    Map<String, Object> offer = world.offer(1);
    offer.put("questions", List.of(Map.of("text", "Welke groep?", "required", true)));
    String course = world.publish(offer);
    Person person = people.getFirst();
    enrol(course, id(person));
    samen.await(() -> assertThat(samen.mailsTo(person.email())).hasSize(1));
    ReceivedMail mail = samen.mailsTo(person.email()).getFirst();
    assertThat(mail.subject()).startsWith("U heeft een plaats");
    assertThat(mail.text())
        .contains(
            leader.name() + " heeft u ingeschreven",
            "/professionalisation/courses/" + course + "/registration/answers",
            "Meld u dan af");
    String mine = CourseWorld.path(course) + "/registrations/mine";
    Answer answered =
        samen.as(person).put(mine + "/answers", Map.of("answers", List.of("groep 5")));
    assertThat(answered.status()).as(answered.body()).isEqualTo(200);
    assertThat(samen.as(world.lecturer()).get(CourseWorld.page(course) + "/participants").body())
        .contains(person.name(), "groep 5");
    assertThat(samen.as(person).get("/professionalisation").body()).contains("U heeft een plaats");
    // From then on it is that person's, and not of who gets the mail address later.
    Person later =
        samen
            .person(Role.TEACHER)
            .ofBoard(world.board())
            .atSchool(world.board() + "AA")
            .withEmail(person.email());
    assertThat(world.mine(later, course)).isNull();
    // Registering in person is no second registration.
    Answer again =
        samen
            .as(person)
            .post(
                CourseWorld.path(course) + "/registrations", Map.of("answers", List.of("groep 6")));
    assertThat(again.status()).isEqualTo(200);
    assertThat(CourseWorld.place(again)).isEqualTo("SEAT 1");
    assertThat(samen.as(world.lecturer()).get(CourseWorld.path(course)).json().get("waiting"))
        .hasToString("0");
    assertThat(world.cancel(person, course).status()).isEqualTo(200);
    assertThat(world.mine(person, course)).isNull();
    assertThat(rows(enrol(course, id(person)))).containsExactly("REGISTERED SEAT 2");
  }

  @Test
  void whoRegisteredInPersonIsRegisteredAlready() {
    String course = world.course(2);
    Person person = people.getFirst();
    Person shouts =
        people.get(1).withEmail(people.get(1).email().toUpperCase(java.util.Locale.ROOT));
    assertThat(world.registered(person, course)).isEqualTo("SEAT 1");
    assertThat(world.registered(shouts, course)).isEqualTo("SEAT 2");
    assertThat(rows(enrol(course, id(person), id(people.get(1)))))
        .containsExactly("ALREADY_REGISTERED SEAT 1", "ALREADY_REGISTERED SEAT 2");
  }

  @Test
  void whoWasThereGetsACertificateLikeAnybodyElse() {
    String course = world.course(2);
    Person person = people.getFirst();
    enrol(course, id(person));
    world.begun(collections, course, Duration.ofHours(3));
    assertThat(world.mark(person, course, true).status()).isEqualTo(200);
    String certificates = "/api/professionalisation/certificates";
    samen.await(
        () ->
            assertThat(samen.as(person).get(certificates).json().get("total").asInt())
                .isEqualTo(1));
    assertThat(samen.as(person).get(certificates + "/" + course).status()).isEqualTo(200);
    assertThat(samen.as(people.get(1)).get(certificates + "/" + course).status()).isEqualTo(404);
  }

  @Test
  void whoeverIsFirstEverybodyHasOneRegistration() throws Exception {
    String course = world.course(20);
    List<Person> many = new ArrayList<>(world.teachers(20));
    many.forEach(each -> world.works(colleagues, each, "teacher"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Person each : many) {
        threads.submit(() -> world.register(each, course));
      }
      threads.submit(
          () -> enrol(course, many.stream().map(EnrollingTest::id).toArray(String[]::new)));
    }
    var seen = samen.as(leader).get(CourseWorld.path(course)).json();
    assertThat(seen.get("free").asInt()).isZero();
    assertThat(seen.get("waiting").asInt()).isZero();
    assertThat(many).allMatch(each -> String.valueOf(world.mine(each, course)).startsWith("SEAT"));
  }

  @Test
  void whoWasEnrolledAtAnInstanceThatDiedAndThenCameInPersonHasOneRegistration() {
    String course = world.course(5);
    Person person = people.getFirst();
    OwnedId byMail = Whose.idByMail(world.id(course), Owner.board(world.board()), person.email());
    book.open(world.id(course));
    book.ask(world.id(course), Map.of(byMail, byMail(person)), Set.of());
    assertThat(world.registered(person, course)).isEqualTo("SEAT 1");
    sweep();
    samen.await(
        () ->
            assertThat(book.find(List.of(byMail)).values())
                .allMatch(each -> each.status() == Registration.Status.CANCELLED));
    assertThat(world.mine(person, course)).isEqualTo("SEAT 1");
    assertThat(world.registered(world.teacher(), course)).isEqualTo("SEAT 2");
  }

  @Test
  void whoComesInPersonWhileAnUnansweredEnrolmentIsServedHasOneRegistration() throws Exception {
    String course = world.course(50);
    List<Person> many = new ArrayList<>(world.teachers(30));
    book.open(world.id(course));
    for (Person each : many) {
      OwnedId byMail = Whose.idByMail(world.id(course), Owner.board(world.board()), each.email());
      book.ask(world.id(course), Map.of(byMail, byMail(each)), Set.of());
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      many.forEach(each -> threads.submit(() -> world.register(each, course)));
      threads.submit(this::sweep);
    }
    samen.await(
        () ->
            assertThat(samen.as(leader).get(CourseWorld.path(course)).json().get("free").asInt())
                .isEqualTo(20));
    sweep();
    assertThat(many).allMatch(each -> String.valueOf(world.mine(each, course)).startsWith("SEAT"));
    assertThat(samen.as(leader).get(CourseWorld.path(course)).json().get("free").asInt())
        .isEqualTo(20);
  }

  @Test
  void whoCameInPersonAtAnInstanceThatDiedAndThenWasEnrolledHasOneRegistration() {
    String course = world.course(5);
    Person person = people.getFirst();
    OwnedId own =
        new OwnedId(
            Owner.board(world.board()),
            course + "~" + java.util.UUID.nameUUIDFromBytes(person.sub().getBytes()));
    book.open(world.id(course));
    Registrant who =
        new Registrant(person.sub(), person.name(), person.email(), "nl", person.school());
    book.ask(world.id(course), Map.of(own, who), Set.of());
    assertThat(rows(enrol(course, id(person)))).containsExactly("REGISTERED SEAT 1");
    sweep();
    samen.await(
        () ->
            assertThat(book.find(List.of(own)).values())
                .allMatch(each -> each.status() == Registration.Status.CANCELLED));
    assertThat(world.mine(person, course)).isEqualTo("SEAT 1");
  }

  @Test
  void aLeaderTicksPeopleOnOnePageAndSeesWhatItLedTo() {
    String course = world.course(1);
    assertThat(samen.as(leader).get(CourseWorld.page(course)).body()).contains(path(course));
    assertThat(samen.as(people.getFirst()).get(CourseWorld.page(course)).body())
        .doesNotContain(path(course));
    Person person = people.getFirst();
    assertThat(samen.as(leader).get(path(course)).body()).contains(person.name());
    assertThat(samen.as(leader).get(path(course) + "?q=" + person.name().replace(" ", "+")).body())
        .contains(person.name())
        .doesNotContain(people.get(1).name());
    assertThat(samen.as(leader).get(path(course) + "?q=onbekend").body())
        .contains("geen mensen van uw school gevonden");
    Answer nothing = samen.as(leader).postForm(path(course), Map.of());
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.body()).contains("id=\"colleagues-error\"");
    Answer done = samen.as(leader).postForm(path(course), Map.of("colleagues", id(person)));
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.body()).contains(person.name(), "plaats (volgnummer 1)");
    Answer again =
        samen
            .as(leader)
            .in("en")
            .postForm(path(course), Map.of("colleagues", id(person) + "," + id(people.get(1))));
    assertThat(again.body())
        .contains("Was registered already:", "waiting list, place 1 (number 2)");
  }

  private Answer enrol(String course, String... ids) {
    return samen
        .as(leader)
        .post(CourseWorld.path(course) + "/enrolments", Map.of("colleagues", List.of(ids)));
  }

  private Registrant byMail(Person person) {
    return new Registrant(
        Whose.byMail(person.email()),
        person.name(),
        person.email(),
        "nl",
        person.school(),
        new Enroller(leader.sub(), leader.name()),
        null);
  }

  private void sweep() {
    desks.sweep(Instant.now().plus(Duration.ofSeconds(1)));
  }

  private static String path(String course) {
    return CourseWorld.page(course) + "/enrolment";
  }

  private static String id(Person person) {
    return Colleague.idOf(person.email());
  }

  private static List<String> rows(Answer answer) {
    return answer.json().get("rows").valueStream().map(EnrollingTest::row).toList();
  }

  private static String row(tools.jackson.databind.JsonNode row) {
    String result = row.get("result").asString();
    if (result.equals("REFUSED")) {
      String type = row.get("problem").get("type").asString();
      return result + " " + type.substring(type.lastIndexOf(':') + 1);
    }
    var place = row.get("waitingPlace");
    return Stream.of(result, row.get("status").asString(), row.get("number").asString())
            .reduce((one, two) -> one + " " + two)
            .orElseThrow()
        + (place == null || place.isNull() ? "" : ", place " + place.asInt());
  }
}
