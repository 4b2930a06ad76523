package nl.samenopleiden.platform.tenancy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do; the names in tokens are these in lower case with dashes. */
public enum Role {
  OPERATOR,
  PROGRAMME_MANAGER,
  SUPERVISOR,
  LECTURER,
  STUDENT,
  BOARD_COORDINATOR,
  SCHOOL_LEADER,
  SCHOOL_EDUCATOR,
  MENTOR,
  TEACHER,
  /** A machine of another pabo; comes from the token's scope, never from its roles. */
  PARTNER;

  /** The name in tokens and message keys, for example {@code board-coordinator}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of that name in tokens, if there is one. */
  public static Optional<Role> named(String text) {
    return Arrays.stream(values())
        .filter(role -> role != PARTNER && role.text().equals(text))
        .findFirst();
  }
}
