package nl.samenopleiden.events.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.events.EventsWorld;
import nl.samenopleiden.events.evening.Evening;
import nl.samenopleiden.events.evening.Evenings;
import nl.samenopleiden.platform.mail.Mailer;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.ReceivedMail;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class InvitingTest {

  @Autowired Samen samen;
  @Autowired TellingEveryone telling;
  @Autowired Invitations invitations;
  @Autowired Evenings evenings;
  @Autowired Mailer mailer;

  private EventsWorld world;

  @BeforeEach
  void aWorld() {
    world = new EventsWorld(samen);
  }

  @Test
  void everyoneWhomItConcernsGetsOneLetterWithACalendarEntryAndALink() {
    Person teacher = world.teacher("young-child");
    Person student = world.student("young-child");
    Person busyElsewhere = world.teacher("video-coaching");
    Map<String, Object> audience = Map.of("themes", List.of("young-child"));
    world.reaches(audience, 2);
    String evening = world.announce(50, audience);
    world.told(evening, 2);
    for (Person invited : List.of(teacher, student)) {
      samen.await(() -> assertThat(samen.mailsTo(invited.email())).hasSize(1));
      ReceivedMail letter = samen.mailsTo(invited.email()).getFirst();
      assertThat(letter.subject()).isEqualTo("Uitnodiging: Kijken naar kinderen");
      assertThat(letter.text())
          .contains("Beste " + invited.name())
          .contains("http://localhost:8080/events/evenings/" + evening)
          .contains("In English:")
          .doesNotContain("{");
      assertThat(letter.calendar())
          .contains("METHOD:REQUEST", "UID:" + evening, "SUMMARY:Kijken naar kinderen");
    }
    assertThat(world.heard("PersonInvited", evening))
        .allSatisfy(
            heard ->
                assertThat(heard.json().toString())
                    .doesNotContain("@test.example")
                    .doesNotContain("Persoon"));
    assertThat(samen.mailsTo(busyElsewhere.email())).isEmpty();
  }

  @Test
  void aThousandAreInvitedOnceAlsoWhenTheInvitingIsInterrupted() {
    List<Person> teachers = world.teachers(1_000);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> world.reaches(EventsWorld.teachersOnly(), 1_000));
    telling.stop();
    String evening;
    try {
      evening = world.announce(400, EventsWorld.teachersOnly());
      OwnedId id = new OwnedId(Owner.pabo(world.pabo), evening);
      assertThat(telling.tellSome(id)).isTrue();
      // The process falls over after it wrote the next part, and before it noted so.
      Evening.Announced now = (Evening.Announced) evenings.find(id).orElseThrow().state();
      assertThat(now.telling().finished()).isFalse();
      assertThat(now.telling().told()).isBetween(1, 999);
      invitations.inviteAll(id, now.details(), telling.next(id.owner(), now, 300));
    } finally {
      telling.start();
    }
    world.told(evening, 1_000);
    samen.await(
        () -> assertThat(world.heard("PersonInvited", evening)).hasSizeGreaterThanOrEqualTo(1_000));
    assertThat(world.heard("PersonInvited", evening))
        .hasSize(1_000)
        .allSatisfy(heard -> assertThat(heard.sequence()).isEqualTo(1));
    var answers = world.organiser().get("/api/events/evenings/" + evening).json().get("answers");
    assertThat(answers.get("invited").asInt()).isEqualTo(1_000);
    assertThat(answers.get("none").asInt()).isEqualTo(1_000);
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(mailer.waiting()).isZero());
    for (int i = 0; i < 1_000; i += 97) {
      Person teacher = teachers.get(i);
      samen.await(() -> assertThat(samen.mailsTo(teacher.email())).hasSize(1));
    }
  }

  @Test
  void anEveningThatIsCalledOffWhilePeopleAreInvitedLeavesNobodyWaiting() {
    List<Person> teachers = world.teachers(20);
    world.reaches(EventsWorld.teachersOnly(), 20);
    telling.stop();
    String evening;
    try {
      evening = world.announce(50, EventsWorld.teachersOnly());
      OwnedId id = new OwnedId(Owner.pabo(world.pabo), evening);
      Evening.Announced before = (Evening.Announced) evenings.find(id).orElseThrow().state();
      List<nl.samenopleiden.events.people.Person> part = telling.next(id.owner(), before, 12);
      invitations.inviteAll(id, before.details(), part.subList(0, 6));
      world.organiser().post("/api/events/evenings/" + evening + "/cancellation", Map.of());
      while (telling.tellSome(id)) {
        // until nobody is left
      }
      // Another instance was just writing this part, and has not heard yet.
      invitations.inviteAll(id, before.details(), part.subList(6, 12));
    } finally {
      telling.start();
    }
    samen.await(() -> assertThat(world.heard("InvitationCalledOff", evening)).hasSize(12));
    List<Person> told =
        teachers.stream().filter(each -> !samen.mailsTo(each.email()).isEmpty()).toList();
    samen.await(
        () ->
            assertThat(
                    teachers.stream()
                        .filter(each -> samen.mailsTo(each.email()).size() == 2)
                        .count())
                .isEqualTo(12));
    assertThat(told).hasSizeLessThanOrEqualTo(12);
    for (Person teacher : told) {
      assertThat(samen.mailsTo(teacher.email()).stream().map(ReceivedMail::calendar))
          .anySatisfy(text -> assertThat(text).contains("METHOD:CANCEL", "SEQUENCE:1"));
    }
    assertThat(world.answer(told.getFirst(), evening, "YES").json().get("type").asString())
        .isEqualTo("urn:samen:problem:evening-cancelled");
  }
}
