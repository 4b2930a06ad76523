package nl.samenopleiden.professionalisation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.ReceivedMail;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.CourseWorld;
import nl.samenopleiden.professionalisation.colleague.Colleague;
import nl.samenopleiden.professionalisation.colleague.Colleagues;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A board whose teachers ask their school leader first, from the outside. */
@SamenTest
class AgreementTest {

  private static final String AGREEMENTS = "/api/professionalisation/agreements";
  private static final String PRACTICE = "/api/professionalisation/practice";

  @Autowired private Samen samen;
  @Autowired private Collections collections;
  @Autowired private Colleagues colleagues;
  private CourseWorld world;
  private Person coordinator;
  private Person leader;

  @BeforeEach
  void aBoardThatWantsIt() {
    world = new CourseWorld(samen);
    coordinator = samen.person(Role.BOARD_COORDINATOR).ofBoard(world.board());
    leader = samen.person(Role.SCHOOL_LEADER).ofBoard(world.board()).atSchool(world.board() + "AA");
    world.works(colleagues, leader, "school-leader");
    samen.await(
        () ->
            assertThat(colleagues.leaders(Owner.board(world.board()), world.board() + "AA"))
                .isNotEmpty());
    asksFirst(true);
  }

  @Test
  void thePlaceIsThereAtOnceAndTheLeaderIsAsked() {
    String course = world.course(1);
    Person first = world.teacher();
    Person second = world.teacher();
    Answer registered = world.register(first, course);
    assertThat(registered.status()).isEqualTo(201);
    assertThat(CourseWorld.place(registered)).isEqualTo("SEAT 1");
    assertThat(registered.json().get("agreement").get("standing").asString()).isEqualTo("WAITS");
    assertThat(world.registered(second, course)).isEqualTo("WAITING 2, place 1");
    assertThat(samen.as(first).get(CourseWorld.page(course)).body())
        .contains("U heeft een plaats", "Wacht op akkoord van uw schoolleider");
    assertThat(samen.as(first).get("/professionalisation").body())
        .contains("Wacht op akkoord van uw schoolleider");
    assertThat(mailTo(first, "U heeft een plaats").text())
        .contains("Wacht op akkoord van uw schoolleider", "geldt het als akkoord");
    ReceivedMail asked = mailTo(leader, "Bent u akkoord? " + first.name());
    assertThat(asked.text())
        .contains("Beeldcoaching in de klas", "/professionalisation/agreements", "hoeft dan niets");
    waiting(2);
    assertThat(samen.as(leader).get(AGREEMENTS + "?q=" + word(second)).json().get("total").asInt())
        .isEqualTo(1);
    assertThat(samen.as(leader).get("/professionalisation").body())
        .contains("/professionalisation/agreements");

    assertThat(
            samen
                .as(leader)
                .postForm(question(course, first).replace("/api", "") + "/consent", Map.of())
                .status())
        .isEqualTo(303);
    assertThat(standing(first, course)).isEqualTo("AGREED");
    assertThat(samen.as(first).get(CourseWorld.page(course)).body())
        .contains("Uw schoolleider is akkoord.");
    waiting(1);
    assertThat(world.mine(second, course)).isEqualTo("WAITING 2, place 1");
  }

  @Test
  void notAgreeingCancelsAndPromotesTheNextAndTheTeacherReadsWhy() {
    String course = world.course(1);
    Person first = world.teacher();
    Person second = world.teacher();
    world.register(first, course);
    world.register(second, course);
    waiting(2);
    String page = question(course, first).replace("/api", "") + "/refusal";
    assertThat(samen.as(leader).get(page).body()).contains(first.name(), "Waarom niet");
    Answer without = samen.as(leader).postForm(page, Map.of("reason", " "));
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.body()).contains("id=\"reason-error\"");
    assertThat(samen.as(leader).postForm(page, Map.of("reason", "Het is toetsweek.")).status())
        .isEqualTo(303);
    assertThat(world.mine(first, course)).isNull();
    assertThat(world.mine(second, course)).isEqualTo("SEAT 2");
    ReceivedMail mail = mailTo(first, "Uw inschrijving is vervallen");
    assertThat(mail.text()).contains(leader.name(), "Het is toetsweek.");
    assertThat(mail.calendar()).contains("METHOD:CANCEL");
    // Once more is the same; and whoever registers again is asked about again.
    assertThat(refuse(course, first, "Nog eens").status()).isEqualTo(204);
    assertThat(world.registered(first, course)).isEqualTo("WAITING 3, place 1");
    assertThat(standing(first, course)).isEqualTo("WAITS");
    waiting(2);
    assertThat(samen.heard("AgreementRefused").stream().map(each -> each.json().toString()))
        .noneMatch(each -> each.contains("toetsweek") || each.contains(first.name()));
  }

  @Test
  void aRefusalAtAnInstanceThatDiedIsCarriedOut() {
    String course = world.course(1);
    Person first = world.teacher();
    world.register(first, course);
    waiting(1);
    OwnedId id = id(first, course);
    BsonDocument asked = agreement(id).getDocument("question");
    collections
        .named("agreement")
        .update(
            id,
            null,
            Updates.set(
                "state",
                new BsonDocument("is", new BsonString("refused"))
                    .append("question", asked)
                    .append("by", new BsonString(leader.name()))
                    .append("person", new BsonString(leader.sub()))
                    .append("reason", new BsonString("Toetsweek"))));
    samen.tell(
        "professionalisation",
        "agreement",
        id,
        2,
        "AgreementRefused",
        "{\"course\":\"" + course + "\",\"school\":\"x\"}");
    samen.await(() -> assertThat(world.mine(first, course)).isNull());
    mailTo(first, "Uw inschrijving is vervallen");
  }

  @Test
  void aLeaderSeesTheOwnSchoolOnly() {
    String course = world.course(1);
    Person teacher = world.teacher();
    world.register(teacher, course);
    waiting(1);
    Person elsewhere =
        samen.person(Role.SCHOOL_LEADER).ofBoard(world.board()).atSchool(world.board() + "BB");
    assertThat(samen.as(elsewhere).get(AGREEMENTS).json().get("total").asInt()).isZero();
    Answer theirs = samen.as(elsewhere).post(question(course, teacher) + "/consent", Map.of());
    Answer nothing =
        samen
            .as(elsewhere)
            .post(CourseWorld.path(course) + "/agreements/nothing/consent", Map.of());
    assertThat(theirs.status()).isEqualTo(404);
    assertThat(theirs.body().replace(id(teacher, course).value(), "nothing"))
        .isEqualTo(nothing.body());
    Answer otherCourse =
        samen
            .as(leader)
            .post(
                CourseWorld.path(world.course(1))
                    + "/agreements/"
                    + id(teacher, course).value()
                    + "/consent",
                Map.of());
    assertThat(otherCourse.status()).isEqualTo(404);
  }

  @Test
  void changingThePracticeTouchesNoEarlierRegistration() {
    String course = world.course(5);
    Person early = world.teacher();
    world.register(early, course);
    assertThat(samen.as(coordinator).get("/professionalisation/practice").body())
        .contains("checked");
    assertThat(samen.as(coordinator).postForm("/professionalisation/practice", Map.of()).status())
        .isEqualTo(303);
    assertThat(samen.as(coordinator).get(PRACTICE).json().get("asksFirst").asBoolean()).isFalse();
    Person late = world.teacher();
    world.register(late, course);
    assertThat(standing(early, course)).isEqualTo("WAITS");
    assertThat(standing(late, course)).isNull();
    asksFirst(true);
    assertThat(standing(late, course)).isNull();
    assertThat(samen.as(coordinator).put(PRACTICE, Map.of()).status()).isEqualTo(422);
  }

  @Test
  void aBoardThatSaysNothingAsksNobody() {
    String other = world.anotherBoard();
    String course = world.course(5);
    Person teacher = world.teacherOf(other);
    world.register(teacher, course);
    assertThat(standing(teacher, course)).isNull();
    assertThat(standing(leader, registered(leader, course))).isNull();
  }

  @Test
  void whereNoLeaderIsKnownItIsAgreedAtOnceAndThePageSaysSo() {
    String course = world.course(5);
    Person teacher = world.teacher().atSchool(world.board() + "ZZ");
    world.register(teacher, course);
    assertThat(standing(teacher, course)).isEqualTo("NOBODY_TO_ASK");
    assertThat(samen.as(teacher).get(CourseWorld.page(course)).body())
        .contains("wij kennen geen schoolleider van uw school");
  }

  @Test
  void shortlyBeforeTheStartNobodyIsAsked() {
    Map<String, Object> offer = world.offer(5);
    offer.put("startsAt", Instant.now().plus(Duration.ofHours(47)).toString());
    String course = world.publish(offer);
    Person teacher = world.teacher();
    world.register(teacher, course);
    assertThat(standing(teacher, course)).isEqualTo("TOO_LATE_TO_ASK");
  }

  @Test
  void aRefusalHoldsWhenThereIsNoTimeToAskAgain() {
    String course = world.course(5);
    Person teacher = world.teacher();
    world.register(teacher, course);
    waiting(1);
    assertThat(refuse(course, teacher, "Het is toetsweek.").status()).isEqualTo(204);
    Duration soon = Duration.ofHours(47);
    world.begun(collections, course, soon.negated());
    samen.await(
        () ->
            assertThat(samen.as(teacher).get(CourseWorld.page(course)).body())
                .contains(Moments.dayInWords(Instant.now().plus(soon), Locale.of("nl"))));
    Answer again = world.register(teacher, course);
    assertThat(again.status()).as(again.body()).isEqualTo(409);
    assertThat(again.json().get("type").asString()).endsWith(":school-leader-refused");
    assertThat(world.mine(teacher, course)).isNull();
  }

  @Test
  void withoutAnAnswerInTimeItCountsAsAgreed() {
    String course = world.course(5);
    Person teacher = world.teacher();
    world.register(teacher, course);
    waiting(1);
    OwnedId id = id(teacher, course);
    BsonDateTime past = new BsonDateTime(Instant.now().minusSeconds(1).toEpochMilli());
    collections.named("agreement").update(id, null, Updates.set("state.question.until", past));
    collections.named("registration").update(id, null, Updates.set("who.consent.until", past));
    waiting(0);
    assertThat(standing(teacher, course)).isEqualTo("NO_ANSWER");
    Answer late = refuse(course, teacher, "Toch niet");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().get("type").asString()).endsWith("agreed-already");
    assertThat(world.mine(teacher, course)).isEqualTo("SEAT 1");
  }

  @Test
  void nobodyIsAskedAboutARegistrationThatEnded() {
    String course = world.course(5);
    Person teacher = world.teacher();
    world.register(teacher, course);
    waiting(1);
    String question = question(course, teacher);
    world.cancel(teacher, course);
    waiting(0);
    assertThat(samen.as(leader).post(question + "/consent", Map.of()).status()).isEqualTo(409);
  }

  @Test
  void aLeaderWhoRegistersSomebodyAgreesWithThat() {
    String course = world.course(5);
    Person waits = world.teacher();
    Person enrolled = world.teacher();
    world.works(colleagues, waits, "teacher");
    world.works(colleagues, enrolled, "teacher");
    world.register(waits, course);
    waiting(1);
    samen
        .as(leader)
        .post(
            CourseWorld.path(course) + "/enrolments",
            Map.of(
                "colleagues",
                List.of(Colleague.idOf(waits.email()), Colleague.idOf(enrolled.email()))));
    assertThat(standing(waits, course)).isEqualTo("AGREED");
    assertThat(standing(enrolled, course)).isNull();
    waiting(0);
  }

  private void asksFirst(boolean asks) {
    assertThat(samen.as(coordinator).put(PRACTICE, Map.of("asksFirst", asks)).status())
        .isEqualTo(200);
  }

  private String registered(Person person, String course) {
    world.registered(person, course);
    return course;
  }

  private void waiting(int questions) {
    samen.await(
        () ->
            assertThat(samen.as(leader).get(AGREEMENTS).json().get("total").asInt())
                .isEqualTo(questions));
  }

  private Answer refuse(String course, Person person, String reason) {
    return samen
        .as(leader)
        .post(
            CourseWorld.path(course) + "/agreements/" + id(person, course).value() + "/refusal",
            Map.of("reason", reason));
  }

  private String question(String course, Person person) {
    return CourseWorld.path(course) + "/agreements/" + id(person, course).value();
  }

  private OwnedId id(Person person, String course) {
    return Whose.idOf(world.id(course), caller(person));
  }

  private static nl.samenopleiden.platform.tenancy.Caller caller(Person person) {
    return new nl.samenopleiden.platform.tenancy.Caller(
        person.sub(),
        person.name(),
        person.email(),
        java.util.Set.of(),
        person.board(),
        null,
        null);
  }

  private BsonDocument agreement(OwnedId id) {
    return collections
        .named("agreement")
        .find(Scope.of(id.owner()), id)
        .orElseThrow()
        .getDocument("state");
  }

  private @Nullable String standing(Person person, String course) {
    var agreement =
        samen
            .as(person)
            .get(CourseWorld.path(course) + "/registrations/mine")
            .json()
            .get("agreement");
    return agreement == null || agreement.isNull() ? null : agreement.get("standing").asString();
  }

  private static String word(Person person) {
    return person.name().substring(person.name().indexOf(' ') + 1);
  }

  private ReceivedMail mailTo(Person person, String subject) {
    samen.await(
        () ->
            assertThat(samen.mailsTo(person.email()))
                .extracting(ReceivedMail::subject)
                .anyMatch(each -> each.startsWith(subject)));
    return samen.mailsTo(person.email()).stream()
        .filter(each -> each.subject().startsWith(subject))
        .findFirst()
        .orElseThrow();
  }
}
