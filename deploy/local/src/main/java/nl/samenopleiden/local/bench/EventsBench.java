package nl.samenopleiden.local.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import nl.samenopleiden.embedded.Quiet;
import nl.samenopleiden.local.frontdoor.FrontDoor;
import nl.samenopleiden.local.frontdoor.Patience;
import nl.samenopleiden.local.frontdoor.Visitor;
import nl.samenopleiden.local.loading.DemoOffer;
import nl.samenopleiden.local.platform.Addresses;
import tools.jackson.databind.JsonNode;

/**
 * From a change in one service until another has applied it: schools offer places in placement, and
 * partnership counts them for the boards' overview. The other figure is the broker's own, with
 * nothing around it, in the same run.
 */
public final class EventsBench implements Bench {

  private static final int PER_SECOND = 200;
  private static final int SECONDS = 15;
  private static final int WARM_UP = 12_000;
  private static final int AT_ONCE = 8;
  private static final long BAR_MILLIS = 100;
  private static final int BOARDS = 7;
  private static final List<String> KINDS = List.of("PRACTICE", "FINAL", "PROFILING");

  private record Offer(Visitor coordinator, String school, String kind) {}

  @Override
  public String name() {
    return "events";
  }

  @Override
  public String about() {
    return "from a change in one service to its effect in another, at 200 a second, beside the bare broker";
  }

  @Override
  public boolean run(Addresses addresses, FrontDoor door, Consumer<String> tell) throws Exception {
    String period = DemoOffer.periodAfter(java.time.LocalDate.now().plusYears(1));
    List<Offer> offers = offers(door);
    Visitor operator = door.as("beheer");
    int times = PER_SECOND * SECONDS;
    // Another number than the last run's, so that every offer is a change.
    int run = (int) (Instant.now().getEpochSecond() % 20);
    Instant begun = Instant.now();
    Pace.together(
        WARM_UP,
        AT_ONCE,
        number ->
            offer(
                offers.get(number % offers.size()),
                period,
                Math.floorMod(49 - number / offers.size(), 50)));
    tell.accept(
        "warmed up: %,d changes, %d at once, %.0f a second"
            .formatted(
                WARM_UP,
                AT_ONCE,
                WARM_UP / (Duration.between(begun, Instant.now()).toMillis() / 1000.0)));
    Instant since = Instant.now();
    Queue<Long> answered = new ConcurrentLinkedQueue<>();
    ProcessorTime processors = ProcessorTime.fromNow();
    double seconds =
        Pace.keep(
            times,
            PER_SECOND,
            number -> {
              long start = System.nanoTime();
              offer(offers.get(number % offers.size()), period, run + number / offers.size());
              answered.add(System.nanoTime() - start);
            });
    JsonNode fresh =
        Patience.until(
            "partnership has applied every change",
            Duration.ofSeconds(20),
            () -> {
              JsonNode now = operator.get("/api/partnership/operations/freshness?since=" + since);
              return now.path("applied").asInt() >= times
                  ? java.util.Optional.of(now)
                  : java.util.Optional.empty();
            });
    String spent = processors.each(times);
    Quiet.loggers();
    Percentiles bare = BareBroker.measure(addresses.kafka(), times, PER_SECOND);
    tell.accept("%,d changes at %d a second, in %.1f s".formatted(times, PER_SECOND, seconds));
    tell.accept(
        "  change answered at the front door:      " + Percentiles.ofNanos(answered).text());
    tell.accept(
        "  change visible in the other service:    p50 %d ms, p99 %d ms, slowest %d ms (%,d)"
            .formatted(
                fresh.path("p50Millis").asLong(),
                fresh.path("p99Millis").asLong(),
                fresh.path("maxMillis").asLong(),
                fresh.path("applied").asInt()));
    tell.accept("  " + spent);
    tell.accept("  the broker alone, produce to consume:   " + bare.text());
    long p99 = fresh.path("p99Millis").asLong();
    tell.accept(
        "  p99 is %.1f times the broker's own; at most %d ms is asked: %s"
            .formatted(p99 / bare.p99(), BAR_MILLIS, p99 <= BAR_MILLIS ? "held" : "NOT held"));
    return p99 <= BAR_MILLIS;
  }

  /** One after another of each board: nobody alone may send 200 a second. */
  private static List<Offer> offers(FrontDoor door) {
    List<Queue<Offer>> ofBoards = new ArrayList<>();
    for (int i = 1; i <= BOARDS; i++) {
      Visitor coordinator = door.as("coordinator" + i);
      Queue<Offer> some = new ArrayDeque<>();
      coordinator
          .get("/api/partnership/schools?size=200")
          .path("items")
          .valueStream()
          .map(school -> school.path("code").asString())
          .forEach(school -> KINDS.forEach(kind -> some.add(new Offer(coordinator, school, kind))));
      ofBoards.add(some);
    }
    int each = ofBoards.stream().mapToInt(Queue::size).min().orElse(0);
    if (each == 0) {
      throw new IllegalStateException(
          "the demonstration schools are needed: ./samen up loads them");
    }
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      ofBoards.forEach(some -> offers.add(some.remove()));
    }
    return offers;
  }

  private static void offer(Offer offer, String period, int places) {
    offer
        .coordinator()
        .post(
            "/api/placement/capacity",
            Map.of(
                "school",
                offer.school(),
                "period",
                period,
                "kind",
                offer.kind(),
                "places",
                places));
  }
}
