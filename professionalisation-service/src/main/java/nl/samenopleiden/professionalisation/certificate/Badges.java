package nl.samenopleiden.professionalisation.certificate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.course.Offer;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Badges of certificates, signed as VC-JWT: the payload is the credential itself with the claims
 * that the specification adds. A badge is made when its owner asks for it; the same certificate
 * gives the same badge.
 */
@Component
final class Badges {

  private static final Locale DUTCH = Locale.of("nl");

  private final Certificates certificates;
  private final Courses courses;
  private final Organisations organisations;
  private final BadgeKeys keys;
  private final Addresses addresses;
  private final MessageSource messages;

  Badges(
      Certificates certificates,
      Courses courses,
      Organisations organisations,
      BadgeKeys keys,
      Addresses addresses,
      MessageSource messages) {
    this.certificates = certificates;
    this.courses = courses;
    this.organisations = organisations;
    this.keys = keys;
    this.addresses = addresses;
    this.messages = messages;
  }

  /** Whether this installation gives badges. */
  boolean areGiven() {
    return keys.signing().isPresent();
  }

  /** The caller's badge for a course, signed. */
  Outcome<String> of(Access access, String course) {
    Optional<Statement> says = certificates.find(access, course);
    if (says.isEmpty()) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    return keys.signing()
        .map(key -> Outcome.done(sign(badge(says.get(), access.caller().email()), key)))
        .orElseGet(() -> Outcome.refused(Refusal.conflict("no-badges")));
  }

  /** Who gives the badges of this pabo, if there is such a pabo. */
  Optional<Badge.Issuer> issuer(Owner pabo) {
    return organisations.find(pabo).map(name -> issuer(pabo, name));
  }

  private Badge.Issuer issuer(Owner pabo, String name) {
    return new Badge.Issuer(addresses.issuer(pabo), name, addresses.home());
  }

  private Badge badge(Statement says, String email) {
    Optional<Offer> offer = courses.read(says.courseId()).map(Stored::state).map(Course::offer);
    return new Badge(
        says,
        addresses.verification(new Code(says.code())),
        issuer(says.pabo(), organisations.name(says.pabo())),
        addresses.course(says.courseId().value()),
        offer.map(Offer::summary).orElseGet(says::title),
        criteria(says, offer),
        email);
  }

  private String criteria(Statement says, Optional<Offer> offer) {
    return messages.getMessage(
        "badge.criteria",
        new Object[] {
          says.title(),
          offer.map(Offer::sessionsNeeded).orElse(1),
          offer.map(each -> each.sessions().size()).orElse(1)
        },
        DUTCH);
  }

  private String sign(Badge badge, RSAKey key) {
    Map<String, Object> claims = new LinkedHashMap<>(badge.credential());
    claims.put("iss", badge.issuer().id());
    claims.put("jti", badge.id());
    claims.put("sub", badge.subjectId());
    claims.put("nbf", badge.says().holdsFrom().getEpochSecond());
    JWSObject signed =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(addresses.key(key.getKeyID()))
                .build(),
            new Payload(claims));
    try {
      signed.sign(new RSASSASigner(key));
      return signed.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException("the badge could not be signed", failed);
    }
  }
}
