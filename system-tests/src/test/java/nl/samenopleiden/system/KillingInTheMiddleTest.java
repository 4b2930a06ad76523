package nl.samenopleiden.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.samenopleiden.local.demo.Crowd;
import nl.samenopleiden.local.demo.SignInUser;
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
 * Everybody wants the same course, and the processes that a registration goes through are ended at
 * random moments as a power cut would end them. Whatever it was: nothing that was accepted is lost,
 * nothing happens twice, the order holds.
 *
 * <p>{@code SYSTEM_TESTS_SEEDS}, {@code SYSTEM_TESTS_PEOPLE} and {@code SYSTEM_TESTS_KILLS} (of
 * each process) make the campaign longer; {@code SYSTEM_TESTS_KILL=all} ends every process of the
 * platform.
 */
@ExtendWith(RunningPlatform.class)
class KillingInTheMiddleTest {

  private static final int SEEDS = setting("SYSTEM_TESTS_SEEDS", 2);
  private static final int PEOPLE = setting("SYSTEM_TESTS_PEOPLE", 1_000);
  private static final int KILLS = setting("SYSTEM_TESTS_KILLS", 1);
  private static final int SEATS = 150;
  private static final int AT_ONCE = 48;
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private static final List<String> PASSED_THROUGH =
      List.of("gateway", "professionalisation", "broker", "database");
  private static final List<String> FOLLOWERS = List.of("partnership", "placement", "events");

  private final RunningPlatform platform;

  KillingInTheMiddleTest(RunningPlatform platform) {
    this.platform = platform;
  }

  static IntStream seeds() {
    return IntStream.rangeClosed(1, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingAcceptedIsLostAndNothingHappensTwice(int seed) throws Exception {
    FrontDoor door = platform.door();
    List<SignInUser> crowd = Crowd.of(PEOPLE);
    door.expectStrangers(crowd);
    List<String> people = crowd.stream().map(SignInUser::sub).toList();
    String title = "Doorgaan wat er ook wegvalt " + seed + " " + System.nanoTime();
    String course =
        door.as("docent")
            .professionalisation()
            .publish(
                DemoOffer.course(
                    LocalDate.now(), 3, SEATS, title, "solution-focused-working", "Op de proef."));

    Rush rush = register(door, people, course, plan(seed));

    assertThat(rush.faults()).isEmpty();
    Patience.untilTrue("everything is healthy again", PATIENCE, platform::isHealthy);
    everyoneStillHasWhatTheyWereTold(door, rush, course);
    theBoardsCountEveryoneOnce(door, title);
    everyoneWasMailedOnce(door, title);
  }

  /**
   * A process to end.
   *
   * @param after when so many people have their answer
   */
  private record Kill(int after, String victim) {}

  private static List<Kill> plan(int seed) {
    Random random = new Random(seed);
    List<String> victims = new ArrayList<>(PASSED_THROUGH);
    if ("all".equals(System.getenv("SYSTEM_TESTS_KILL"))) {
      victims.addAll(FOLLOWERS);
    }
    List<Kill> plan = new ArrayList<>();
    for (String victim : victims) {
      for (int kill = 0; kill < KILLS; kill++) {
        plan.add(new Kill(random.nextInt(PEOPLE / 20, PEOPLE * 9 / 10), victim));
      }
    }
    plan.sort(Comparator.comparingInt(Kill::after));
    return plan;
  }

  private Rush register(FrontDoor door, List<String> people, String course, List<Kill> plan)
      throws Exception {
    AtomicInteger answered = new AtomicInteger();
    Semaphore room = new Semaphore(AT_ONCE);
    List<Future<Told>> asking = new ArrayList<>();
    List<Told> told = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> killing = threads.submit(() -> kill(plan, answered));
      for (String person : people) {
        room.acquire();
        asking.add(
            threads.submit(
                () -> {
                  try {
                    Told each = untilTold(door, person, course);
                    answered.incrementAndGet();
                    return each;
                  } finally {
                    room.release();
                  }
                }));
      }
      for (Future<Told> each : asking) {
        told.add(each.get());
      }
      killing.get();
    }
    return new Rush(SEATS, told);
  }

  /** One after the other; who has only just been ended is ended again when it is back. */
  private void kill(List<Kill> plan, AtomicInteger answered) {
    for (Kill each : plan) {
      Patience.untilTrue(
          each.after() + " people have an answer", PATIENCE, () -> answered.get() >= each.after());
      int before = platform.restartsOf(each.victim());
      Patience.untilTrue(each.victim() + " runs", PATIENCE, () -> platform.kill(each.victim()));
      Patience.untilTrue(
          each.victim() + " is started again",
          PATIENCE,
          () -> platform.restartsOf(each.victim()) > before);
    }
  }

  private static int setting(String name, int usual) {
    String wanted = System.getenv(name);
    return wanted == null ? usual : Integer.parseInt(wanted);
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
