package nl.samenopleiden.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.samenopleiden.local.frontdoor.FrontDoor;
import nl.samenopleiden.local.frontdoor.NoAnswerException;
import nl.samenopleiden.local.frontdoor.Patience;
import nl.samenopleiden.local.frontdoor.Reply;
import nl.samenopleiden.local.loading.DemoOffer;
import nl.samenopleiden.system.Rush.Told;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A thousand teachers register while one process is ended as a power cut would end it. Whatever it
 * was: nothing that was accepted is lost, nothing happens twice, the order holds.
 */
@ExtendWith(RunningPlatform.class)
class KillingInTheMiddleTest {

  private static final int PEOPLE = 1_000;
  private static final int SEATS = 400;
  private static final int AT_ONCE = 48;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RunningPlatform platform;

  KillingInTheMiddleTest(RunningPlatform platform) {
    this.platform = platform;
  }

  /**
   * The two that a registration goes through; {@code SYSTEM_TESTS_KILL=all} takes every process.
   */
  static List<String> victims() {
    return "all".equals(System.getenv("SYSTEM_TESTS_KILL"))
        ? List.of(
            "professionalisation",
            "broker",
            "database",
            "gateway",
            "partnership",
            "placement",
            "events")
        : List.of("professionalisation", "broker");
  }

  @ParameterizedTest
  @MethodSource("victims")
  void nothingAcceptedIsLostAndNothingHappensTwice(String victim) throws Exception {
    FrontDoor door = platform.door();
    List<String> people = IntStream.rangeClosed(1, PEOPLE).mapToObj(i -> "leerkracht" + i).toList();
    door.expect(people);
    String title = "Doorgaan als " + victim + " wegvalt " + System.nanoTime();
    String course =
        door.as("docent")
            .professionalisation()
            .publish(
                DemoOffer.course(
                    LocalDate.now(), 3, SEATS, title, "solution-focused-working", "Op de proef."));
    int before = platform.restartsOf(victim);

    Rush rush = register(door, people, course, victim);

    assertThat(rush.faults()).isEmpty();
    Patience.untilTrue(
        "everything is healthy again",
        PATIENCE,
        () -> platform.restartsOf(victim) > before && platform.isHealthy());
    everyoneStillHasWhatTheyWereTold(door, rush, course);
    theBoardsCountEveryoneOnce(door, title);
    everyoneWasMailedOnce(door, title);
  }

  private Rush register(FrontDoor door, List<String> people, String course, String victim)
      throws Exception {
    AtomicInteger answered = new AtomicInteger();
    Semaphore room = new Semaphore(AT_ONCE);
    List<Future<Told>> asking = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String person : people) {
        room.acquire();
        asking.add(
            threads.submit(
                () -> {
                  try {
                    Told told = untilTold(door, person, course);
                    if (answered.incrementAndGet() == PEOPLE / 3) {
                      platform.kill(victim);
                    }
                    return told;
                  } finally {
                    room.release();
                  }
                }));
      }
    }
    List<Told> told = new ArrayList<>();
    for (Future<Told> each : asking) {
      told.add(each.get());
    }
    return new Rush(SEATS, told);
  }

  /** Asks again, as a person would who sees an error, until there is a good answer. */
  private static Told untilTold(FrontDoor door, String person, String course) {
    long asked = System.nanoTime();
    return Patience.until(
        person + " gets an answer",
        PATIENCE,
        () -> {
          try {
            Reply reply =
                door.as(person)
                    .send(
                        "/api/professionalisation/courses/" + course + "/registrations", Map.of());
            if (!reply.isGood()) {
              assertThat(reply.status()).as(person).isGreaterThanOrEqualTo(500);
              return java.util.Optional.empty();
            }
            var json = reply.json();
            return java.util.Optional.of(
                new Told(
                    person,
                    asked,
                    System.nanoTime(),
                    json.path("status").asString(),
                    json.path("number").asInt()));
          } catch (NoAnswerException away) {
            return java.util.Optional.empty();
          }
        });
  }

  private static void everyoneStillHasWhatTheyWereTold(FrontDoor door, Rush rush, String course) {
    for (Told each : rush.told()) {
      Reply again =
          door.as(each.person())
              .send("/api/professionalisation/courses/" + course + "/registrations", Map.of());
      assertThat(again.status()).as(each.person()).isEqualTo(200);
      assertThat(again.json().path("number").asInt()).as(each.person()).isEqualTo(each.number());
      assertThat(again.json().path("status").asString()).as(each.person()).isEqualTo(each.status());
    }
  }

  private static void theBoardsCountEveryoneOnce(FrontDoor door, String title) {
    Patience.untilTrue(
        "the boards' overviews count " + SEATS + " seats and the rest waiting",
        PATIENCE,
        () -> {
          long seats = 0;
          long waiting = 0;
          for (int board = 1; board <= 7; board++) {
            for (var course :
                door.as("coordinator" + board).partnership().overview().path("courses")) {
              if (course.path("title").asString().equals(title)) {
                seats += course.path("seats").asLong();
                waiting += course.path("waiting").asLong();
              }
            }
          }
          assertThat(seats).isLessThanOrEqualTo(SEATS);
          assertThat(waiting).isLessThanOrEqualTo(PEOPLE - SEATS);
          return seats == SEATS && waiting == PEOPLE - SEATS;
        });
  }

  private static void everyoneWasMailedOnce(FrontDoor door, String title) {
    Patience.untilTrue(
        "everyone has one mail",
        PATIENCE,
        () -> {
          long mails = door.mailbox().count(title);
          assertThat(mails).isLessThanOrEqualTo(PEOPLE);
          return mails == PEOPLE;
        });
  }
}
