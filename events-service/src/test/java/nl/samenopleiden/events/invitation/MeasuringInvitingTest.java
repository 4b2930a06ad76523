package nl.samenopleiden.events.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.samenopleiden.events.EventsWorld;
import nl.samenopleiden.events.evening.Evenings;
import nl.samenopleiden.platform.mail.Mailer;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long inviting takes; runs with {@code -Dtest=MeasuringInvitingTest -DexcludedGroups=none}.
 */
@SamenTest
@Tag("measure")
class MeasuringInvitingTest {

  @Autowired Samen samen;
  @Autowired Evenings evenings;
  @Autowired Mailer mailer;

  @Test
  void allPeopleOfAPaboAndItsBoardsAreInvitedInSeconds() {
    EventsWorld world = new EventsWorld(samen);
    world.teachers(4_100);
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptionsMatching(each -> true)
        .untilAsserted(() -> world.reaches(EventsWorld.teachersOnly(), 4_100));
    Instant before = Instant.now();
    String evening = world.announce(2_000, EventsWorld.teachersOnly());
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                evenings
                    .find(new OwnedId(Owner.pabo(world.pabo), evening))
                    .orElseThrow()
                    .state()
                    .telling()
                    .finished());
    Duration writing = Duration.between(before, Instant.now());
    Awaitility.await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> world.heard("PersonInvited", evening).size() >= 4_100);
    Duration telling = Duration.between(before, Instant.now());
    Awaitility.await()
        .atMost(Duration.ofSeconds(180))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> mailer.waiting() == 0);
    System.out.printf(
        "4,100 invitations written in %d ms, told to the others in %d ms, mailed in %d ms%n",
        writing.toMillis(), telling.toMillis(), Duration.between(before, Instant.now()).toMillis());
    assertThat(world.heard("PersonInvited", evening)).hasSize(4_100);
    assertThat(writing).isLessThan(Duration.ofSeconds(30));
  }
}
