package nl.samenopleiden.professionalisation.certificate;

import java.util.Optional;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.springframework.stereotype.Component;

/**
 * Which certificate a code belongs to. Who verifies one belongs to no tenant, so this register is
 * the platform's; it holds ids only, and who knows a code gets to this one certificate and no
 * further.
 */
@Component
final class CodeRegister {

  private static final String CERTIFICATE = "certificate";

  private final TenantCollection codes;

  CodeRegister(Collections collections) {
    codes = collections.named("certificate-code");
  }

  /** Notes a code, before the certificate is written: a code without one verifies nothing. */
  void note(Code code, OwnedId certificate) {
    BsonDocument document = new BsonDocument(CERTIFICATE, new BsonString(certificate.toString()));
    if (!codes.insert(id(code), document)) {
      throw new IllegalStateException("the same 125 bits were drawn twice");
    }
  }

  Optional<OwnedId> find(Code code) {
    return codes
        .find(Scope.of(Owner.OPERATOR), id(code))
        .map(found -> OwnedId.parse(found.getString(CERTIFICATE).getValue()));
  }

  private static OwnedId id(Code code) {
    return new OwnedId(Owner.OPERATOR, code.text());
  }
}
