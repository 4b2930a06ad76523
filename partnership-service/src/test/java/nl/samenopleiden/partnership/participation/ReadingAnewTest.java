package nl.samenopleiden.partnership.participation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenopleiden.partnership.PartnershipApplication;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** A platform that has run for long gets a new copy: it holds what was told before, too. */
@SamenTest
class ReadingAnewTest {

  private static final YearMonth LONG_AGO = YearMonth.of(2000, 1);

  @Autowired Samen samen;
  @Autowired ParticipationCopies copies;
  @Autowired Environment environment;

  @Test
  void aNewCopyFillsWithWhatWasToldBefore() {
    Scope board = Scope.of(Owner.board(samen.freshBoard()));
    String course = UUID.randomUUID().toString();
    OwnedId seated = registration(board, course);
    OwnedId gone = registration(board, course);
    Map<String, Object> fact = Map.of("course", course, "title", "Van vroeger", "number", 1);
    tell(seated, "PlacedOnWaitingList", fact);
    tell(gone, "SeatConfirmed", fact);
    tell(gone, "RegistrationCancelled", fact);
    tell(seated, "PromotedFromWaitingList", fact);
    samen.await(() -> isComplete(copies, board, course));

    try (ConfigurableApplicationContext again = withAnEmptyDatabase()) {
      ParticipationCopies fresh = again.getBean(ParticipationCopies.class);
      samen.await(() -> isComplete(fresh, board, course));
    }
  }

  /** One has a seat, and two registered: also the one who left again. */
  private static void isComplete(ParticipationCopies held, Scope board, String course) {
    assertThat(all(held, board, course)).isEqualTo(new Count(1, 0));
    assertThat(held.perMonth(board, null, null, LONG_AGO).values()).containsExactly(2L);
  }

  private ConfigurableApplicationContext withAnEmptyDatabase() {
    return new SpringApplicationBuilder(PartnershipApplication.class)
        .run(
            Stream.concat(
                    Stream.of(
                            "spring.mongodb.uri",
                            "spring.kafka.bootstrap-servers",
                            "spring.mail.host",
                            "spring.mail.port",
                            "samen.issuer",
                            "samen.public-url",
                            "samen.topic-prefix")
                        .map(name -> "--" + name + "=" + environment.getRequiredProperty(name)),
                    Stream.of(
                        "--server.port=0",
                        "--samen.database=anew-" + UUID.randomUUID().toString().substring(0, 8),
                        "--samen.reading=99"))
                .toArray(String[]::new));
  }

  private static Count all(ParticipationCopies from, Scope board, String course) {
    return Turnout.perCourse(from.takings(board, null, null))
        .getOrDefault(course, Turnout.NONE)
        .all();
  }

  private static OwnedId registration(Scope board, String course) {
    return new OwnedId(board.owners().iterator().next(), course + "~" + UUID.randomUUID());
  }

  private void tell(OwnedId registration, String type, Map<String, Object> fact) {
    samen.tell("professionalisation", "registration", registration, type, fact);
  }
}
