package nl.samenopleiden.professionalisation.certificate;

import nl.samenopleiden.platform.tenancy.Owner;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The addresses that certificates and badges carry into the world: they must keep working. */
@Component
final class Addresses {

  private final String publicUrl;

  Addresses(@Value("${samen.public-url}") String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** Where people find us. */
  String home() {
    return publicUrl;
  }

  /** Where anybody types a code. */
  String verification() {
    return publicUrl + "/professionalisation/public/certificates";
  }

  /** Where anybody sees whether this certificate holds. */
  String verification(Code code) {
    return verification() + "/" + code.forPeople();
  }

  /** Who gives the badges of a pabo. */
  String issuer(Owner pabo) {
    return publicUrl + "/api/professionalisation/public/issuers/" + pabo.code();
  }

  /** The public half of the key that signs badges. */
  String key(String id) {
    return publicUrl + "/api/professionalisation/public/keys/" + id;
  }

  /** What a course is about, for who signs in. */
  String course(String course) {
    return publicUrl + "/professionalisation/courses/" + course;
  }
}
