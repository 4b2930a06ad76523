package nl.samenopleiden.professionalisation.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;

/**
 * A certificate as an Open Badges 3.0 AchievementCredential. Whose it is stands in it as a salted
 * hash of the mail address only: who has the badge and the address can see that they belong
 * together. Its id leads to the page that says whether it holds, and that page says the name: who
 * hands over the badge shares what stands on the certificate, and no more.
 *
 * @param id where anybody sees whether it holds
 * @param courseId names the course
 * @param summary what the course was about
 * @param criteria what it takes to get the badge
 * @param email of whose it is; empty when there is none
 */
record Badge(
    Statement says,
    String id,
    Issuer issuer,
    String courseId,
    String summary,
    String criteria,
    String email) {

  /** In this order, as the specification asks. */
  static final List<String> CONTEXT =
      List.of(
          "https://www.w3.org/ns/credentials/v2",
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

  /** Who gives it. */
  record Issuer(String id, String name, String url) {

    Map<String, Object> profile() {
      Map<String, Object> profile = new LinkedHashMap<>();
      profile.put("id", id);
      profile.put("type", List.of("Profile"));
      profile.put("name", name);
      profile.put("url", url);
      return profile;
    }
  }

  /** The credential, ready to be signed. */
  Map<String, Object> credential() {
    Map<String, Object> credential = new LinkedHashMap<>();
    credential.put("@context", CONTEXT);
    credential.put("id", id);
    credential.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
    credential.put("name", says.title());
    credential.put("issuer", issuer.profile());
    credential.put("validFrom", text(says.holdsFrom()));
    credential.put("awardedDate", text(says.endsAt()));
    credential.put("credentialSubject", subject());
    return credential;
  }

  /** A name for whose it is that says nothing outside this badge. */
  String subjectId() {
    return "urn:uuid:"
        + UUID.nameUUIDFromBytes(("subject " + says.code()).getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Object> subject() {
    Map<String, Object> subject = new LinkedHashMap<>();
    subject.put("id", subjectId());
    subject.put("type", List.of("AchievementSubject"));
    if (!email.isBlank()) {
      subject.put("identifier", List.of(identifier()));
    }
    subject.put("activityStartDate", text(says.startsAt()));
    subject.put("activityEndDate", text(says.endsAt()));
    subject.put("achievement", achievement());
    return subject;
  }

  private Map<String, Object> identifier() {
    String salt = says.code();
    Map<String, Object> identifier = new LinkedHashMap<>();
    identifier.put("type", "IdentityObject");
    identifier.put("identityType", "emailAddress");
    identifier.put("hashed", true);
    identifier.put("identityHash", "sha256$" + hash(email.toLowerCase(Locale.ROOT) + salt));
    identifier.put("salt", salt);
    return identifier;
  }

  private Map<String, Object> achievement() {
    Map<String, Object> achievement = new LinkedHashMap<>();
    achievement.put("id", courseId);
    achievement.put("type", List.of("Achievement"));
    achievement.put("achievementType", "Course");
    achievement.put("name", says.title());
    achievement.put("description", summary);
    achievement.put("criteria", Map.of("narrative", criteria));
    return achievement;
  }

  /** To the second: more is not told, and some readers know no fractions. */
  private static String text(Instant time) {
    return Instant.ofEpochSecond(time.getEpochSecond()).toString();
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
