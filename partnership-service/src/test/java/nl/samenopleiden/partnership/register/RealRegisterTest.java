package nl.samenopleiden.partnership.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import nl.samenopleiden.partnership.World;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Imports the real national register where it is: the file that {@code SAMEN_REGISTER} names, or
 * {@code ../shared/data/duo/alle-vestigingen-bo.csv} beside the repository.
 */
@SamenTest
class RealRegisterTest {

  private static final Logger log = LoggerFactory.getLogger(RealRegisterTest.class);
  private static final int LOCATIONS = 6_215;
  private static final Duration BAR = Duration.ofSeconds(30);

  @Autowired Samen samen;

  @Test
  void theWholeCountryIsImportedAndToldInTimeAndASecondTimeChangesNothing() throws IOException {
    Path register = register();
    assumeThat(register)
        .as("the real register is not here: set SAMEN_REGISTER to DUO's file to run this test")
        .isRegularFile();
    byte[] file = Files.readAllBytes(register);
    World world = new World(samen);

    Instant start = Instant.now();
    JsonNode done = world.importRegister(file);
    Duration imported = Duration.between(start, Instant.now());
    Awaitility.await()
        .atMost(BAR)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(
            () ->
                assertThat(
                        samen.heard("SchoolRegistered").stream()
                            .filter(each -> !each.id().value().startsWith("8"))
                            .count())
                    .isEqualTo(LOCATIONS));
    Duration told = Duration.between(start, Instant.now());
    assertThat(done.get("state").asString()).isEqualTo("DONE");
    assertThat(done.get("encoding").asString()).isEqualTo("Windows-1252");
    assertThat(done.get("separator").asString()).isEqualTo(";");
    assertThat(done.get("rows").asInt()).isEqualTo(LOCATIONS);
    assertThat(done.get("added").asInt()).isEqualTo(LOCATIONS);
    assertThat(done.get("rejected").asInt()).isZero();

    Instant again = Instant.now();
    JsonNode second = world.importRegister(file);
    Duration repeated = Duration.between(again, Instant.now());
    assertThat(second.get("unchanged").asInt()).isEqualTo(LOCATIONS);
    assertThat(second.get("added").asInt() + second.get("changed").asInt()).isZero();

    log.info(
        "real register: imported in {} ms, last event told after {} ms, again in {} ms",
        imported.toMillis(),
        told.toMillis(),
        repeated.toMillis());
    assertThat(told).isLessThan(BAR);

    JsonNode boards = samen.as(world.operator()).get("/api/partnership/boards?q=emmen").json();
    assertThat(boards.get("total").asInt()).isPositive();
    JsonNode schools =
        samen.as(world.operator()).get("/api/partnership/schools?q=eenspan%20emmen").json();
    assertThat(schools.get("items").get(0).get("name").asString())
        .isEqualTo("Openbare Basisschool 't Eenspan");
  }

  private static Path register() {
    String named = System.getenv("SAMEN_REGISTER");
    return named == null
        ? Path.of(
            System.getProperty("samen.root", "..") + "/../shared/data/duo/alle-vestigingen-bo.csv")
        : Path.of(named);
  }
}
