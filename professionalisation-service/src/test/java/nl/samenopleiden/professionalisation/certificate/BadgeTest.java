package nl.samenopleiden.professionalisation.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A badge is what Open Badges 3.0 asks for. Its JSON Schema may be passed on by who registered with
 * 1EdTech only, and with the whole specification: so that it does not stand here. A badge is tried
 * against it where it is at hand ({@link Schemas}); everywhere the required members, their types
 * and what the objects may hold are checked one by one.
 */
@SamenTest
class BadgeTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MINE = "/api/professionalisation/certificates/";
  private static final String ISSUER = "http://localhost:8080/api/professionalisation/public";

  @Autowired private Samen samen;
  @Autowired private Collections collections;
  private CourseWorld world;

  @BeforeEach
  void aPaboWithAPartnerThatIsKnownByName() {
    world = new CourseWorld(samen);
    samen.tell(
        "partnership",
        "pabo",
        new OwnedId(Owner.OPERATOR, world.pabo()),
        "PaboRegistered",
        Map.of("code", world.pabo(), "name", "Pabo aan de Maas"));
    samen.await(() -> assertThat(samen.anonymous().get(issuerPath()).status()).isEqualTo(200));
  }

  @Test
  void itHasEveryMemberThatOpenBadges3AsksForAndNoOther() throws Exception {
    String course = world.course(1);
    Person teacher = followed(course);
    JsonNode badge = JSON.readTree(payload(signed(teacher, course)));

    assertThat(texts(badge.get("@context")))
        .startsWith(
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
    assertThat(texts(badge.get("type"))).contains("VerifiableCredential", "OpenBadgeCredential");
    assertThat(Set.copyOf(badge.propertyNames()))
        .isEqualTo(
            Set.of(
                "@context",
                "id",
                "type",
                "name",
                "issuer",
                "validFrom",
                "awardedDate",
                "credentialSubject",
                "iss",
                "jti",
                "sub",
                "nbf"));
    assertThat(badge.get("id").asString())
        .startsWith("http://localhost:8080/professionalisation/public/certificates/");
    assertThat(badge.get("name").asString()).isEqualTo("Beeldcoaching in de klas");
    assertThat(Instant.parse(badge.get("validFrom").asString())).isBefore(Instant.now());
    assertThat(Instant.parse(badge.get("awardedDate").asString())).isBefore(Instant.now());

    JsonNode issuer = badge.get("issuer");
    assertThat(issuer.get("id").asString()).isEqualTo(ISSUER + "/issuers/" + world.pabo());
    assertThat(texts(issuer.get("type"))).contains("Profile");
    assertThat(issuer.get("name").asString()).isEqualTo("Pabo aan de Maas");
    assertThat(issuer.get("url").asString()).isEqualTo("http://localhost:8080");
    assertThat(Set.copyOf(issuer.propertyNames())).isEqualTo(Set.of("id", "type", "name", "url"));

    JsonNode subject = badge.get("credentialSubject");
    assertThat(Set.copyOf(subject.propertyNames()))
        .isEqualTo(
            Set.of(
                "id", "type", "identifier", "activityStartDate", "activityEndDate", "achievement"));
    assertThat(subject.get("id").asString()).startsWith("urn:uuid:");
    assertThat(texts(subject.get("type"))).containsExactly("AchievementSubject");
    assertThat(
            Duration.between(
                Instant.parse(subject.get("activityStartDate").asString()),
                Instant.parse(subject.get("activityEndDate").asString())))
        .isEqualTo(Duration.ofMinutes(90));

    JsonNode achievement = subject.get("achievement");
    assertThat(achievement.get("id").asString()).endsWith("/courses/" + course);
    assertThat(texts(achievement.get("type"))).contains("Achievement");
    assertThat(achievement.get("achievementType").asString()).isEqualTo("Course");
    assertThat(achievement.get("name").asString()).isEqualTo("Beeldcoaching in de klas");
    assertThat(achievement.get("description").asString()).isEqualTo("Kijken naar wat werkt.");
    assertThat(achievement.get("criteria").get("narrative").asString()).isNotBlank();
    assertThat(Set.copyOf(achievement.propertyNames()))
        .isEqualTo(Set.of("id", "type", "achievementType", "name", "description", "criteria"));
  }

  @Test
  void itIsAVerifiableCredentialAsW3cAsks() throws Exception {
    String course = world.course(1);
    String badge = payload(signed(followed(course), course));
    String schema = Schemas.verifiableCredential();
    assertThat(Schemas.wrong(schema, badge)).isEmpty();
    for (String without : List.of("@context", "issuer", "validFrom", "credentialSubject", "type")) {
      assertThat(Schemas.wrong(schema, JSON.writeValueAsString(less(badge, without))))
          .as("without %s", without)
          .isNotEmpty();
    }
    String date = JSON.readTree(badge).get("validFrom").asString();
    assertThat(Schemas.wrong(schema, badge.replace(date, date.substring(0, 10)))).isNotEmpty();
  }

  @Test
  void itIsValidAgainstTheSchemaOfOpenBadges3WhereThatIsAtHand() throws Exception {
    String schema = Schemas.openBadges();
    String course = world.course(1);
    String badge = payload(signed(followed(course), course));
    assertThat(Schemas.wrong(schema, badge)).isEmpty();
    assertThat(Schemas.wrong(schema, JSON.writeValueAsString(less(badge, "credentialSubject"))))
        .as("the schema finds what is wrong")
        .isNotEmpty();
  }

  @Test
  void whatItTakesToGetItNamesTheNumberOfSessions() throws Exception {
    String course = world.courseOf(2, 1);
    Person teacher = world.teacher();
    world.register(teacher, course);
    world.begun(collections, course, Duration.ofDays(8));
    world.mark(teacher, course, 1, true);
    world.mark(teacher, course, 2, true);
    samen.await(() -> assertThat(samen.as(teacher).get(MINE + course).status()).isEqualTo(200));
    JsonNode subject = JSON.readTree(payload(signed(teacher, course))).get("credentialSubject");
    assertThat(subject.get("achievement").get("criteria").get("narrative").asString())
        .contains("minstens 2 van de 2 bijeenkomsten van de cursus");
  }

  @Test
  void whoseItIsCanBeCheckedByWhoKnowsTheAddressAndReadByNobody() throws Exception {
    String course = world.course(1);
    Person teacher = followed(course);
    String payload = payload(signed(teacher, course));
    assertThat(payload)
        .doesNotContain(teacher.email())
        .doesNotContain(teacher.name())
        .doesNotContain(teacher.sub());
    JsonNode identity = JSON.readTree(payload).get("credentialSubject").get("identifier").get(0);
    assertThat(Set.copyOf(identity.propertyNames()))
        .isEqualTo(Set.of("type", "hashed", "identityHash", "identityType", "salt"));
    assertThat(identity.get("type").asString()).isEqualTo("IdentityObject");
    assertThat(identity.get("hashed").asBoolean()).isTrue();
    assertThat(identity.get("identityType").asString()).isEqualTo("emailAddress");
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(
                (teacher.email() + identity.get("salt").asString())
                    .getBytes(StandardCharsets.UTF_8));
    assertThat(identity.get("identityHash").asString())
        .isEqualTo("sha256$" + HexFormat.of().formatHex(hash));
  }

  @Test
  void theSignatureHoldsWithThePublishedKeyAndTheClaimsSayWhatTheCredentialSays() throws Exception {
    String course = world.course(1);
    Person teacher = followed(course);
    String signed = signed(teacher, course);
    JsonWebSignature jws = parsed(signed);
    jws.setKey(publishedKeyOf(jws));
    assertThat(jws.verifySignature()).isTrue();
    assertThat(jws.getHeader("typ")).isEqualTo("JWT");
    JsonNode badge = JSON.readTree(jws.getPayload());
    assertThat(badge.get("iss").asString()).isEqualTo(badge.get("issuer").get("id").asString());
    assertThat(badge.get("jti").asString()).isEqualTo(badge.get("id").asString());
    assertThat(badge.get("sub").asString())
        .isEqualTo(badge.get("credentialSubject").get("id").asString());
    assertThat(badge.get("nbf").asLong())
        .isEqualTo(Instant.parse(badge.get("validFrom").asString()).getEpochSecond());

    String[] parts = signed.split("\\.");
    String other = payload(signed).replace("Beeldcoaching", "Beeldbuizen");
    JsonWebSignature changed =
        parsed(
            parts[0]
                + "."
                + org.jose4j.base64url.Base64Url.encodeUtf8ByteRepresentation(other)
                + "."
                + parts[2]);
    changed.setKey(publishedKeyOf(changed));
    assertThat(changed.verifySignature()).isFalse();
    assertThat(signed(teacher, course)).as("the same badge again").isEqualTo(signed);
  }

  @Test
  void theIssuerAndItsKeysArePublicAndTheKeysHaveNoSecretHalf() {
    Answer issuer = samen.anonymous().get(issuerPath());
    assertThat(issuer.json().get("id").asString())
        .isEqualTo("http://localhost:8080" + issuerPath());
    assertThat(issuer.json().get("name").asString()).isEqualTo("Pabo aan de Maas");
    Answer keys = samen.anonymous().get("/api/professionalisation/public/keys");
    assertThat(keys.json().get("keys")).hasSize(1);
    assertThat(Set.copyOf(keys.json().get("keys").get(0).propertyNames()))
        .isEqualTo(Set.of("kty", "e", "use", "kid", "alg", "n"));
    for (String path : List.of("issuers/nowhere", "issuers/not.a%20code", "keys/unknown")) {
      assertThat(samen.anonymous().get("/api/professionalisation/public/" + path).status())
          .as(path)
          .isEqualTo(404);
    }
  }

  @Test
  void itsIdIsThePageThatSaysWhetherItHoldsAlsoWhenItDoesNotAnyMore() throws Exception {
    String course = world.course(1);
    Person teacher = followed(course);
    String id = JSON.readTree(payload(signed(teacher, course))).get("id").asString();
    String page = id.substring("http://localhost:8080".length());
    assertThat(samen.anonymous().get(page).body()).contains("Dit certificaat is geldig.");
    world.mark(teacher, course, false);
    samen.await(() -> assertThat(samen.anonymous().get(page).status()).isEqualTo(404));
    assertThat(samen.as(teacher).get(MINE + course + "/badge").status()).isEqualTo(404);
  }

  @Test
  void onlyItsOwnerGetsIt() {
    String course = world.course(2);
    Person teacher = followed(course);
    Answer page = samen.as(teacher).get("/professionalisation/certificates/" + course + "/badge");
    assertThat(page.header("Content-Type")).isEqualTo("application/jwt");
    assertThat(samen.as(teacher).get("/professionalisation/certificates").body())
        .contains("/professionalisation/certificates/" + course + "/badge");
    for (Person other : List.of(world.teacher(), world.lecturer())) {
      assertThat(samen.as(other).get(MINE + course + "/badge").status()).isEqualTo(404);
      assertThat(
              samen
                  .as(other)
                  .get("/professionalisation/certificates/" + course + "/badge")
                  .status())
          .isEqualTo(404);
    }
    assertThat(samen.anonymous().get(MINE + course + "/badge").status()).isEqualTo(401);
  }

  private String issuerPath() {
    return "/api/professionalisation/public/issuers/" + world.pabo();
  }

  /** Somebody who was at this course, which is over. */
  private Person followed(String course) {
    Person teacher = world.teacher();
    world.register(teacher, course);
    world.begun(collections, course, Duration.ofMinutes(100));
    world.mark(teacher, course, true);
    samen.await(() -> assertThat(samen.as(teacher).get(MINE + course).status()).isEqualTo(200));
    return teacher;
  }

  private String signed(Person person, String course) {
    Answer answer = samen.as(person).get(MINE + course + "/badge");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** The key that the badge names, as everybody gets it. */
  private java.security.Key publishedKeyOf(JsonWebSignature jws) throws Exception {
    String address = jws.getKeyIdHeaderValue();
    assertThat(address).startsWith(ISSUER + "/keys/");
    Answer key = samen.anonymous().get(address.substring("http://localhost:8080".length()));
    return JsonWebKey.Factory.newJwk(key.body()).getKey();
  }

  private String payload(String signed) throws Exception {
    JsonWebSignature jws = parsed(signed);
    jws.setKey(publishedKeyOf(jws));
    return jws.getPayload();
  }

  private static ObjectNode less(String json, String member) {
    ObjectNode less = (ObjectNode) JSON.readTree(json);
    less.remove(member);
    return less;
  }

  private static JsonWebSignature parsed(String signed) throws Exception {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmConstraints(
        new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256));
    jws.setCompactSerialization(signed);
    return jws;
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
