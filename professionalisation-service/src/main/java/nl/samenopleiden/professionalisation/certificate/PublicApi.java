package nl.samenopleiden.professionalisation.certificate;

import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What everybody may read without signing in: whether a certificate holds, for who has its code;
 * and who gives badges, with which keys.
 */
@RestController
@RequestMapping("/api/professionalisation/public")
@Allowed(publicly = true)
final class PublicApi {

  /** What the certificate itself says, and nothing more. */
  record VerificationView(
      String code,
      String name,
      String title,
      Instant startsAt,
      int minutes,
      String pabo,
      Instant issuedAt) {}

  private final Certificates certificates;
  private final Organisations organisations;
  private final Badges badges;
  private final BadgeKeys keys;

  PublicApi(Certificates certificates, Organisations organisations, Badges badges, BadgeKeys keys) {
    this.certificates = certificates;
    this.organisations = organisations;
    this.badges = badges;
    this.keys = keys;
  }

  /** What the certificate with this code says; not found when there is none that holds. */
  @GetMapping("/certificates/{code}")
  VerificationView verify(@PathVariable String code) {
    return Code.typed(code)
        .flatMap(certificates::find)
        .map(this::view)
        .orElseThrow(RefusedException::notFound);
  }

  /** A pabo as it gives badges: an Open Badges profile. */
  @GetMapping("/issuers/{pabo}")
  Map<String, Object> issuer(@PathVariable String pabo) {
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("@context", Badge.CONTEXT);
    profile.putAll(
        badges.issuer(Owner.pabo(pabo)).orElseThrow(RefusedException::notFound).profile());
    return profile;
  }

  /** The public keys that badges are checked with, as a JSON Web Key Set. */
  @GetMapping("/keys")
  Map<String, Object> keys() {
    return keys.published().toJSONObject();
  }

  /** One of them, as badges name it. */
  @GetMapping("/keys/{key}")
  Map<String, Object> key(@PathVariable String key) {
    JWK found = keys.published().getKeyByKeyId(key);
    if (found == null) {
      throw RefusedException.notFound();
    }
    return found.toJSONObject();
  }

  private VerificationView view(Statement says) {
    return new VerificationView(
        new Code(says.code()).forPeople(),
        says.name(),
        says.title(),
        says.startsAt(),
        says.minutes(),
        organisations.name(says.pabo()),
        says.holdsFrom());
  }
}
