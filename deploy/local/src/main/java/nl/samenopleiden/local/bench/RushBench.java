package nl.samenopleiden.local.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import nl.samenopleiden.embedded.Quiet;
import nl.samenopleiden.local.demo.Crowd;
import nl.samenopleiden.local.demo.SignInUser;
import nl.samenopleiden.local.frontdoor.AtProfessionalisation.Registration;
import nl.samenopleiden.local.frontdoor.FrontDoor;
import nl.samenopleiden.local.frontdoor.Patience;
import nl.samenopleiden.local.loading.DemoOffer;
import nl.samenopleiden.local.platform.Addresses;

/**
 * Ten thousand teachers register for one course of 150 seats, through the front door, as fast as
 * they are answered. The other figure is the database's own: conditional updates of one document,
 * with nothing around them, in the same run.
 */
public final class RushBench implements Bench {

  private static final int PEOPLE = 10_000;
  private static final int WARM_UP_ROUNDS = 4;
  private static final int SEATS = 150;
  private static final int AT_ONCE = 256;
  private static final int CANCELLING = 100;

  /** How the subject of that mail begins, in Dutch. */
  private static final String MOVED_UP = "U heeft nu een plaats: ";

  private static final double BAR_PER_SECOND = 1_000;
  private static final double BAR_MILLIS = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Override
  public String name() {
    return "rush";
  }

  @Override
  public String about() {
    return "10,000 teachers register for one course, beside the database's own conditional updates";
  }

  @Override
  public boolean run(Addresses addresses, FrontDoor door, Consumer<String> tell) throws Exception {
    Quiet.loggers();
    List<SignInUser> people = Crowd.of(PEOPLE);
    door.expectStrangers(people);
    tell.accept("%,d teachers are signed in".formatted(PEOPLE));
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      tell.accept("warming up: " + rush(door, "Warmlopen", people).text());
    }
    Result rush = rush(door, "Stormloop", people);
    double bare = BareDatabase.measure(addresses.mongodb());
    tell.accept("registered: " + rush.text());
    tell.accept("  " + rush.spent());
    tell.accept("  " + rush.mails());
    tell.accept(
        "  the database alone, conditional updates of one document: %,.0f a second"
            .formatted(bare));
    Percentiles promoted = promotions(door, rush);
    tell.accept("  from cancelling to the mail of who moves up: " + promoted.text());
    boolean held =
        promoted.p99() <= BAR_MILLIS
            && rush.perSecond() >= BAR_PER_SECOND
            && rush.answered().p99() <= BAR_MILLIS
            && rush.perSecond() >= bare;
    tell.accept(
        "  ours is %.2f times that; at least 1.0, %,.0f a second, p99 at most %.0f ms are asked: %s"
            .formatted(
                rush.perSecond() / bare, BAR_PER_SECOND, BAR_MILLIS, held ? "held" : "NOT held"));
    return held;
  }

  private record Result(
      String course,
      String title,
      List<String> seated,
      int people,
      double seconds,
      Percentiles answered,
      String spent,
      double mailedSeconds) {

    double perSecond() {
      return people / seconds;
    }

    String text() {
      return "%,d in %.1f s, %,.0f a second; answered in %s"
          .formatted(people, seconds, perSecond(), answered.text());
    }

    String mails() {
      return "everyone's mail was delivered %.1f s after the first registration"
          .formatted(mailedSeconds);
    }
  }

  private static Result rush(FrontDoor door, String name, List<SignInUser> people)
      throws Exception {
    String title = name + " " + Instant.now().toEpochMilli();
    String course =
        door.as("docent")
            .professionalisation()
            .publish(
                DemoOffer.course(
                    LocalDate.now(), 3, SEATS, title, "solution-focused-working", "Op de proef."));
    Queue<Long> answered = new ConcurrentLinkedQueue<>();
    Queue<Registration> places = new ConcurrentLinkedQueue<>();
    Queue<String> seated = new ConcurrentLinkedQueue<>();
    ProcessorTime processors = ProcessorTime.fromNow();
    long start = System.nanoTime();
    Pace.together(
        people.size(),
        AT_ONCE,
        number -> {
          long asked = System.nanoTime();
          String person = people.get(number).sub();
          Registration place = door.as(person).professionalisation().register(course);
          answered.add(System.nanoTime() - asked);
          places.add(place);
          if (place.isSeat()) {
            seated.add(person);
          }
        });
    double seconds = (System.nanoTime() - start) / 1e9;
    String spent = processors.each(people.size());
    check(places, people.size());
    Patience.untilTrue(
        "everyone is mailed", PATIENCE, () -> door.mailbox().count(title) == people.size());
    double mailed = (System.nanoTime() - start) / 1e9;
    return new Result(
        course,
        title,
        List.copyOf(seated),
        people.size(),
        seconds,
        Percentiles.ofNanos(answered),
        spent,
        mailed);
  }

  /**
   * One after the other some cancel; each time the first who waits moves up and is mailed. It is
   * measured until the mail has arrived, which is later than when it was queued.
   */
  private static Percentiles promotions(FrontDoor door, Result rush) {
    String subject = MOVED_UP + rush.title();
    List<Long> nanos = new ArrayList<>();
    for (String person : rush.seated().subList(0, CANCELLING)) {
      long before = door.mailbox().count(subject);
      long cancelled = System.nanoTime();
      door.as(person).professionalisation().cancel(rush.course());
      Patience.untilTrue(
          "who moves up is mailed", PATIENCE, () -> door.mailbox().count(subject) > before);
      nanos.add(System.nanoTime() - cancelled);
    }
    return Percentiles.ofNanos(nanos);
  }

  private static void check(Queue<Registration> places, int people) {
    long numbers = places.stream().mapToInt(Registration::number).distinct().count();
    long seats = places.stream().filter(Registration::isSeat).count();
    int last = places.stream().mapToInt(Registration::number).max().orElse(0);
    if (numbers != people || last != people || seats != SEATS) {
      throw new IllegalStateException(
          "%d numbers up to %d and %d seats were given out to %d people"
              .formatted(numbers, last, seats, people));
    }
  }
}
