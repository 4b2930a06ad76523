package nl.samenopleiden.partnership.pabo;

import java.util.Optional;
import java.util.regex.Pattern;
import nl.samenopleiden.partnership.pabo.PaboFact.PaboRegistered;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Refusal;

/**
 * A pabo that takes part.
 *
 * @param code the short name that tokens carry: small letters, digits and dashes
 * @param name what it is called
 */
public record Pabo(String code, String name) {

  /** The longest name. */
  static final int LONGEST_NAME = 120;

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,29}");

  static Decision<Pabo> register(Optional<Pabo> now, String code, String name) {
    String chosen = name.strip();
    if (!CODE.matcher(code).matches()) {
      return Decision.refuse(Refusal.invalid("pabo-code-invalid", "code"));
    }
    if (chosen.isEmpty() || chosen.length() > LONGEST_NAME) {
      return Decision.refuse(Refusal.invalid("pabo-name-needed", "name", LONGEST_NAME));
    }
    if (now.isEmpty()) {
      return Decision.accept(new Pabo(code, chosen), new PaboRegistered(code, chosen));
    }
    return now.get().name().equals(chosen)
        ? Decision.unchanged()
        : Decision.refuse(Refusal.conflict("pabo-code-taken", code, now.get().name()));
  }
}
