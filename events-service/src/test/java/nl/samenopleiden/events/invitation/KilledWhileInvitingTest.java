package nl.samenopleiden.events.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.samenopleiden.events.EventsApplication;
import nl.samenopleiden.events.EventsWorld;
import nl.samenopleiden.events.evening.Evenings;
import nl.samenopleiden.events.evening.Telling;
import nl.samenopleiden.platform.mail.Mailer;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.test.Heard;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A second instance of the service, as a process of its own, is killed while it invites people. */
@SamenTest
class KilledWhileInvitingTest {

  private static final int PEOPLE = 1_000;

  @Autowired Samen samen;
  @Autowired TellingEveryone telling;
  @Autowired Evenings evenings;
  @Autowired Mailer mailer;
  @Autowired Environment environment;

  @Test
  void aThousandAreInvitedOnceAlsoWhenTheProcessThatInvitesThemIsKilled() throws Exception {
    EventsWorld world = new EventsWorld(samen);
    List<Person> teachers = world.teachers(PEOPLE);
    within(60, () -> world.reaches(EventsWorld.teachersOnly(), PEOPLE));
    telling.stop();
    String evening = world.announce(400, EventsWorld.teachersOnly());
    OwnedId id = new OwnedId(Owner.pabo(world.pabo), evening);
    Process other = secondInstance();
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(90))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(2))
          .until(() -> progress(id).told() > 0);
    } finally {
      other.destroyForcibly().waitFor();
    }
    Telling killedAt = progress(id);
    assertThat(killedAt.finished()).as("killed in time").isFalse();

    telling.start();
    world.told(evening, PEOPLE);
    within(
        60,
        () ->
            assertThat(world.heard("PersonInvited", evening).stream().map(Heard::id).distinct())
                .hasSize(PEOPLE));
    // Told once each; what the killed one told but did not note may be told again, as the same.
    assertThat(world.heard("PersonInvited", evening))
        .allSatisfy(heard -> assertThat(heard.sequence()).isEqualTo(1));
    var answers = world.organiser().get("/api/events/evenings/" + evening).json().get("answers");
    assertThat(answers.get("invited").asInt()).isEqualTo(PEOPLE);
    within(
        120,
        () -> {
          assertThat(mailer.waiting()).isZero();
          assertThat(samen.mailsTo(teachers.getFirst().email())).isNotEmpty();
          assertThat(samen.mailsTo(teachers.getLast().email())).isNotEmpty();
        });
    for (int i = 0; i < PEOPLE; i += 97) {
      Person teacher = teachers.get(i);
      within(
          60,
          () ->
              assertThat(samen.mailsTo(teacher.email()))
                  .extracting(mail -> mail.id())
                  .containsOnly(samen.mailsTo(teacher.email()).getFirst().id()));
    }
  }

  private Telling progress(OwnedId evening) {
    return evenings.find(evening).orElseThrow().state().telling();
  }

  private Process secondInstance() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(EventsApplication.class.getName());
    command.add("--server.port=0");
    command.add("--spring.kafka.consumer.properties.session.timeout.ms=6000");
    for (String name :
        List.of(
            "spring.mongodb.uri",
            "spring.kafka.bootstrap-servers",
            "spring.mail.host",
            "spring.mail.port",
            "samen.issuer",
            "samen.public-url",
            "samen.database",
            "samen.topic-prefix")) {
      command.add("--" + name + "=" + environment.getRequiredProperty(name));
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(new File("target/second-instance.log"))
        .start();
  }

  private static void within(int seconds, ThrowingRunnable condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .untilAsserted(condition);
  }
}
