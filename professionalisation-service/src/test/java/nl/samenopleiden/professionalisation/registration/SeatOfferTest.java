package nl.samenopleiden.professionalisation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.ReceivedMail;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.CourseWorld;
import nl.samenopleiden.professionalisation.registration.RegistrationBook.Opened;
import org.bson.BsonDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A seat that comes free and is offered for some hours, from the outside. */
@SamenTest
class SeatOfferTest {

  @Autowired private Samen samen;
  @Autowired private RegistrationBook book;
  @Autowired private Seats seats;
  @Autowired private Collections collections;
  private CourseWorld world;
  private String course;
  private Person first;
  private Person second;
  private Person third;

  @BeforeEach
  void aSeatThatComesFree() {
    world = new CourseWorld(samen);
    Map<String, Object> offer = world.offer(1);
    offer.put("allotment", Map.of("hoursToAccept", 24));
    course = world.publish(offer);
    first = world.teacher();
    second = world.teacher();
    third = world.teacher();
    List.of(first, second, third).forEach(each -> world.register(each, course));
    world.cancel(first, course);
  }

  @Test
  void whoIsNextIsOfferedTheSeatAndEverybodySeesTrueNumbers() {
    var mine = samen.as(second).get(CourseWorld.path(course) + "/registrations/mine").json();
    assertThat(mine.get("status").asString()).isEqualTo("OFFERED");
    assertThat(Instant.parse(mine.get("offeredUntil").asString()))
        .isBetween(
            Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(24)));
    var seen = samen.as(third).get(CourseWorld.path(course)).json();
    assertThat(seen.get("hoursToAccept").asInt()).isEqualTo(24);
    assertThat(seen.get("offered").asInt()).isEqualTo(1);
    assertThat(seen.get("free").asInt()).isZero();
    assertThat(seen.get("waiting").asInt()).isEqualTo(1);
    assertThat(world.mine(third, course)).isEqualTo("WAITING 3, place 1");
    assertThat(seated()).isEmpty();
    assertThat(samen.as(world.lecturer()).get(CourseWorld.page(course) + "/participants").body())
        .contains("1 van 1", "Daarvan is 1 plaats aangeboden", "Aangeboden");
    assertThat(samen.as(third).get(CourseWorld.page(course)).body())
        .contains("heeft u 24 uur om die aan te nemen");
  }

  @Test
  void oneButtonOnThePageAcceptsTheSeatAndThenTheConfirmationComes() {
    String until = Moments.inWords(offeredUntil(second), java.util.Locale.of("nl"));
    assertThat(samen.as(second).get(CourseWorld.page(course)).body())
        .contains("Er is een plaats voor u. Neem die aan vóór " + until)
        .doesNotContain("U heeft een plaats");
    String offer = CourseWorld.page(course) + "/registration/offer";
    assertThat(samen.as(second).get(offer).body())
        .contains(until, "Ja, ik kom", "Nee, ik kom niet");
    assertThat(samen.as(second).in("en").get(offer).body()).contains("Yes, I am coming");
    ReceivedMail offered = mailTo(second, "Er is een plaats voor u, antwoord vóór " + until);
    assertThat(offered.text()).contains(offer, "vrij tot " + until);
    assertThat(offered.calendar()).contains("STATUS:TENTATIVE");

    assertThat(samen.as(second).postForm(offer, Map.of()).status()).isEqualTo(303);

    assertThat(world.mine(second, course)).isEqualTo("SEAT 2");
    assertThat(seated()).containsExactly(second.name());
    assertThat(mailTo(second, "U heeft nu een plaats").calendar()).contains("STATUS:CONFIRMED");
    assertThat(samen.as(second).get(offer).status()).isEqualTo(303);
    assertThat(accept(second).status()).isEqualTo(200);
  }

  @Test
  void whoDeclinesLeavesItToTheNext() {
    samen.as(second).postForm(CourseWorld.page(course) + "/registration/cancellation", Map.of());
    assertThat(world.mine(second, course)).isNull();
    assertThat(world.mine(third, course)).isEqualTo("OFFERED 3");
    assertThat(accept(second).status()).isEqualTo(409);
    assertThat(accept(third).json().get("status").asString()).isEqualTo("SEAT");
  }

  @Test
  void anOfferLapsesWithoutAnybodyOpeningAPage() {
    lapseNow(second);
    samen.await(() -> assertThat(world.mine(third, course)).isEqualTo("OFFERED 3"));
    assertThat(world.mine(second, course)).isNull();
    assertThat(mailTo(second, "De plaats is naar de volgende gegaan").calendar())
        .contains("STATUS:CANCELLED");
    Answer late = accept(second);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().get("type").asString()).endsWith("no-seat-offered");
    assertThat(
            samen
                .as(second)
                .get(CourseWorld.page(course) + "/registration/offer")
                .header("location"))
        .contains("refused=no-seat-offered");
    assertThat(world.registered(second, course)).isEqualTo("WAITING 4, place 1");
  }

  @Test
  void whatLapsedAtAnInstanceThatDiedIsCarriedOutOnceByAnother() {
    Opened opened = book.open(world.id(course)).orElseThrow();
    var lapsed = opened.desk().decide(List.of(), offeredUntil(second));
    assertThat(book.handOver(world.id(course), opened, lapsed)).isTrue();
    // It dies here: nothing of it stands in the registrations, and nobody has been told.
    samen.await(() -> assertThat(world.mine(third, course)).isEqualTo("OFFERED 3"));
    assertThat(world.mine(second, course)).isNull();
    mailTo(second, "De plaats is naar de volgende gegaan");
    assertThat(samen.mailsTo(second.email())).hasSize(3);
    assertThat(
            samen.heard("SeatOffered").stream()
                .filter(each -> each.json().get("course").asString().equals(course)))
        .hasSize(2);
  }

  @Test
  void aCourseThatSaysNothingGivesTheSeatAtOnce() {
    String plain = world.course(1);
    world.register(first, plain);
    world.register(second, plain);
    world.cancel(first, plain);
    assertThat(world.mine(second, plain)).isEqualTo("SEAT 2");
  }

  @Test
  void theFormProposesTwoDaysAndSaysWhatDoesNotFit() {
    assertThat(samen.as(world.lecturer()).get("/professionalisation/courses/new").body())
        .containsPattern("name=\"hoursToAccept\"[^>]*value=\"48\"");
    Map<String, Object> offer = world.offer(1);
    offer.put("allotment", Map.of("hoursToAccept", 169));
    Answer refused = samen.as(world.lecturer()).post("/api/professionalisation/courses", offer);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("field").asString()).isEqualTo("hoursToAccept");
  }

  private Answer accept(Person person) {
    return samen
        .as(person)
        .post(CourseWorld.path(course) + "/registrations/mine/acceptance", Map.of());
  }

  private List<String> seated() {
    Scope scope = Scope.of(Owner.board(world.board()));
    return seats.of(scope, world.id(course), "", PageRequest.first()).items().stream()
        .map(Seats.Seat::name)
        .toList();
  }

  private Instant offeredUntil(Person person) {
    return Instant.parse(
        samen
            .as(person)
            .get(CourseWorld.path(course) + "/registrations/mine")
            .json()
            .get("offeredUntil")
            .asString());
  }

  /** Moves the end of the offer into the past, as if so much time had gone by. */
  private void lapseNow(Person person) {
    String id =
        samen
            .as(person)
            .get(CourseWorld.path(course) + "/registrations/mine")
            .json()
            .get("id")
            .asString();
    BsonDateTime past = new BsonDateTime(Instant.now().minusSeconds(1).toEpochMilli());
    collections
        .named("registration")
        .update(
            new OwnedId(Owner.board(world.board()), id),
            null,
            Updates.set(RegistrationDocument.OFFERED_UNTIL, past));
    collections
        .named("desk")
        .update(
            world.id(course),
            null,
            Updates.combine(Updates.set("due", past), Updates.inc("version", 1L)));
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
