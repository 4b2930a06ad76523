package nl.samenopleiden.professionalisation.certificate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** JSON Schemas that badges are tried against. */
final class Schemas {

  /** Names the file that holds the schema of Open Badges 3.0. */
  private static final String OPEN_BADGES = "SAMEN_OB3_SCHEMA";

  private Schemas() {}

  /**
   * The schema of an AchievementCredential as 1EdTech publishes it, from where the environment says
   * that it lies; skips the test where it does not say so.
   */
  static String openBadges() throws IOException {
    String file = System.getenv(OPEN_BADGES);
    assumeTrue(
        file != null,
        OPEN_BADGES
            + " is not set: the badge is not tried against the schema of Open Badges 3.0. Its"
            + " licence does not let it stand here; fetch it from https://purl.imsglobal.org/"
            + "spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json");
    return Files.readString(Path.of(Objects.requireNonNull(file)));
  }

  /** What W3C's Verifiable Credentials 2.0 asks of every credential, in our words. */
  static String verifiableCredential() throws IOException {
    try (InputStream schema = Schemas.class.getResourceAsStream("/verifiable-credential.json")) {
      return new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What the schema finds wrong with this JSON, formats of dates and addresses included. */
  static List<String> wrong(String schema, String json) {
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2019_09,
            registry ->
                registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()))
        .getSchema(schema)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(each -> each.getInstanceLocation() + ": " + each.getMessage())
        .toList();
  }
}
