package nl.samenopleiden.professionalisation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Client;
import nl.samenopleiden.platform.test.Heard;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Registration opens: everybody comes at once. */
@SamenTest
class RushTest {

  private static final Logger log = LoggerFactory.getLogger(RushTest.class);
  private static final int PEOPLE = Integer.getInteger("samen.rush.people", 2_000);
  private static final int SEATS = 150;
  private static final int AT_ONCE = 64;

  private record Served(Answer answer, long nanos) {}

  @Autowired private Samen samen;

  @Test
  void everybodyGetsOnePlaceInTheOrderOfComing() throws Exception {
    CourseWorld world = new CourseWorld(samen);
    warmUp(world);
    String course = world.course(SEATS);
    String path = CourseWorld.path(course) + "/registrations";
    List<Person> people = world.teachers(PEOPLE);
    List<Client> clients = people.stream().map(samen::as).toList();
    List<Served> served = new ArrayList<>();
    Duration worked = worked();
    long begin = System.nanoTime();
    try (ExecutorService rush =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<Served>> all =
          clients.stream().map(client -> rush.submit(() -> serve(client, path))).toList();
      for (Future<Served> each : all) {
        served.add(each.get());
      }
    }
    report(served, System.nanoTime() - begin, worked().minus(worked));

    assertThat(served).allMatch(each -> each.answer().status() == 201);
    List<String> places = served.stream().map(each -> CourseWorld.place(each.answer())).toList();
    assertThat(places.stream().map(RushTest::number))
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, PEOPLE).boxed().toList());
    assertThat(places)
        .allSatisfy(
            each ->
                assertThat(each)
                    .isEqualTo(
                        number(each) <= SEATS
                            ? "SEAT " + number(each)
                            : "WAITING " + number(each) + ", place " + (number(each) - SEATS)));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(heardOf(course)).isEqualTo(PEOPLE));
  }

  private long heardOf(String course) {
    return samen.heard().stream()
        .filter(each -> each.source().equals("/professionalisation/registration"))
        .map(Heard::json)
        .filter(each -> each.get("course").asString().equals(course))
        .count();
  }

  /** Just-in-time compilation is not what is measured. */
  private void warmUp(CourseWorld world) throws Exception {
    String path = CourseWorld.path(world.course(SEATS)) + "/registrations";
    List<Client> clients = world.teachers(AT_ONCE * 4).stream().map(samen::as).toList();
    try (ExecutorService rush =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      for (Future<Served> each :
          clients.stream().map(client -> rush.submit(() -> serve(client, path))).toList()) {
        each.get();
      }
    }
  }

  private static Served serve(Client client, String path) {
    long before = System.nanoTime();
    Answer answer = client.post(path, Map.of());
    return new Served(answer, System.nanoTime() - before);
  }

  private static int number(String place) {
    return Integer.parseInt(place.split("[ ,]")[1]);
  }

  /** How long the processors have worked for this process: service, database, broker, people. */
  private static Duration worked() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static void report(List<Served> served, long nanos, Duration worked) {
    long[] sorted = served.stream().mapToLong(Served::nanos).sorted().toArray();
    log.info(
        "rush: {} registrations in {} ms: {}/s, p50 {} ms, p99 {} ms, slowest {} ms, {} µs of work"
            + " each",
        sorted.length,
        Duration.ofNanos(nanos).toMillis(),
        Math.round(sorted.length * 1e9 / nanos),
        Duration.ofNanos(sorted[sorted.length / 2]).toMillis(),
        Duration.ofNanos(sorted[sorted.length * 99 / 100]).toMillis(),
        Duration.ofNanos(Arrays.stream(sorted).max().orElse(0)).toMillis(),
        worked.toNanos() / 1_000 / sorted.length);
  }
}
