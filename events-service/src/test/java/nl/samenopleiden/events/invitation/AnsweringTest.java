package nl.samenopleiden.events.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.samenopleiden.events.EventsWorld;
import nl.samenopleiden.events.invitation.Invitation.Answer;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class AnsweringTest {

  @Autowired Samen samen;
  @Autowired Invitations invitations;
  @Autowired SeatKeeper seats;
  @Autowired SettlingSeats settling;

  private EventsWorld world;

  @BeforeEach
  void aWorld() {
    world = new EventsWorld(samen);
  }

  @Test
  void noMorePeopleComeThanThereIsRoomForHoweverManyAnswerAtOnce() throws Exception {
    int capacity = 20;
    List<Person> teachers = world.teachers(60);
    String evening = world.invite(capacity, 60);
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Person teacher : teachers) {
        // Everybody presses twice.
        answers.add(crowd.submit(() -> world.answer(teacher, evening, "YES").status()));
        answers.add(crowd.submit(() -> world.answer(teacher, evening, "YES").status()));
      }
    }
    assertThat(answers.stream().map(AnsweringTest::status).filter(status -> status == 200))
        .hasSize(2 * capacity);
    assertThat(answers.stream().map(AnsweringTest::status).filter(status -> status == 409))
        .hasSize(2 * (60 - capacity));
    assertThat(counts(evening)).containsExactly(60, capacity, 0, 60 - capacity);
    samen.await(() -> assertThat(world.heard("InvitationAnswered", evening)).hasSize(capacity));

    List<Person> coming =
        teachers.stream().filter(each -> answerOf(each, evening).equals("YES")).toList();
    Person late =
        teachers.stream().filter(each -> !coming.contains(each)).findFirst().orElseThrow();
    var refused = world.answer(late, evening, "YES");
    assertThat(refused.json().get("type").asString()).isEqualTo("urn:samen:problem:evening-full");
    assertThat(refused.json().get("remedy").asString()).contains("zodra iemand afzegt");
    assertThat(world.answer(coming.getFirst(), evening, "NO").status()).isEqualTo(200);
    assertThat(world.answer(late, evening, "YES").status()).isEqualTo(200);
    assertThat(world.answer(coming.getFirst(), evening, "YES").status()).isEqualTo(409);
    assertThat(counts(evening)).containsExactly(60, capacity, 1, 59 - capacity);
  }

  @Test
  void peopleWhoChangeTheirMindsAllTheTimeTakeNoMoreSeatsThanThereAre() throws Exception {
    List<Person> teachers = world.teachers(12);
    String evening = world.invite(5, 12);
    OwnedId id = new OwnedId(Owner.pabo(world.pabo), evening);
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 4; round++) {
        for (Person teacher : teachers) {
          crowd.submit(() -> world.answer(teacher, evening, "YES"));
          crowd.submit(() -> world.answer(teacher, evening, "NO"));
        }
      }
    }
    samen.await(
        () -> {
          settling.settle(id);
          assertThat(counts(evening).get(1)).isEqualTo(seats.of(id).seats().taken());
          assertThat(counts(evening).get(1)).isLessThanOrEqualTo(5);
        });
  }

  @Test
  void aSeatThatWasTakenBeforeACrashBecomesAYes() {
    Person teacher = world.teachers(1).getFirst();
    String evening = world.invite(5, 1);
    OwnedId id = new OwnedId(Owner.pabo(world.pabo), evening);
    OwnedId invitation = invitationOf(teacher, evening);
    seats.take(id, seatOf(teacher), 0, 5);
    samen.await(() -> assertThat(answerOf(teacher, evening)).isEqualTo("YES"));
    samen.await(() -> assertThat(seats.unsettled()).doesNotContain(id));
    assertThat(invitations.find(invitation).orElseThrow().state().turn()).isEqualTo(1);
  }

  @Test
  void aSeatOfWhoWithdrewBeforeACrashIsGivenBack() {
    Person teacher = world.teachers(1).getFirst();
    String evening = world.invite(5, 1);
    OwnedId id = new OwnedId(Owner.pabo(world.pabo), evening);
    assertThat(world.answer(teacher, evening, "YES").status()).isEqualTo(200);
    samen.await(() -> assertThat(seats.unsettled()).doesNotContain(id));
    invitations.change(
        "test",
        invitationOf(teacher, evening),
        before -> before.answer(Answer.NO, before.turn(), Instant.now()));
    samen.await(() -> assertThat(seats.of(id).seats()).isEqualTo(Seats.NONE));
  }

  @Test
  void theAddressInTheTokenIsTheInvitedOnesWhateverItsCapitals() {
    Person teacher = world.teachers(1).getFirst();
    String evening = world.invite(5, 1);
    Person shouting = teacher.withEmail(teacher.email().toUpperCase(java.util.Locale.ROOT));
    assertThat(world.answer(shouting, evening, "YES").status()).isEqualTo(200);
    assertThat(answerOf(teacher, evening)).isEqualTo("YES");
    Person elsewhere = teacher.ofBoard(samen.freshBoard());
    assertThat(world.answer(elsewhere, evening, "NO").status()).isEqualTo(404);
  }

  @Test
  void onlyYesAndNoAreAnswers() {
    Person teacher = world.teachers(1).getFirst();
    String evening = world.invite(5, 1);
    for (String odd : List.of("MAYBE", "NONE", "")) {
      var refused = world.answer(teacher, evening, odd);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.json().get("field").asString()).isEqualTo("answer");
    }
  }

  private List<Integer> counts(String evening) {
    var answers = world.organiser().get("/api/events/evenings/" + evening).json().get("answers");
    return List.of(
        answers.get("invited").asInt(),
        answers.get("yes").asInt(),
        answers.get("no").asInt(),
        answers.get("none").asInt());
  }

  private String answerOf(Person person, String evening) {
    return samen
        .as(person)
        .get("/api/events/evenings/" + evening)
        .json()
        .get("myAnswer")
        .asString();
  }

  private OwnedId invitationOf(Person person, String evening) {
    return Invitation.idOf(
        Owner.board(world.board),
        evening,
        nl.samenopleiden.events.people.Person.keyOf(person.email()));
  }

  private String seatOf(Person person) {
    return "board:"
        + world.board
        + "~"
        + nl.samenopleiden.events.people.Person.keyOf(person.email());
  }

  private static int status(Future<Integer> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }
}
