package nl.samenopleiden.professionalisation.attendance;

import java.security.SecureRandom;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.springframework.stereotype.Component;

/**
 * What each course's codes are made with: drawn when it is first needed, and the same for all
 * processes. It opens nothing but being marked present at this one course.
 */
@Component
final class CodeSecrets {

  private static final String SECRET = "secret";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TenantCollection secrets;

  CodeSecrets(Collections collections) {
    secrets = collections.named("attendance-code");
  }

  byte[] of(OwnedId course) {
    Scope scope = Scope.of(course.owner());
    return secrets
        .find(scope, course)
        .or(
            () -> {
              byte[] fresh = new byte[BYTES];
              RANDOM.nextBytes(fresh);
              // Whoever was first has drawn the one that counts.
              secrets.insert(course, new BsonDocument(SECRET, new BsonBinary(fresh)));
              return secrets.find(scope, course);
            })
        .orElseThrow()
        .getBinary(SECRET)
        .getData();
  }
}
