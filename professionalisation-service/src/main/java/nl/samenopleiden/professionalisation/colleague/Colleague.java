package nl.samenopleiden.professionalisation.colleague;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.samenopleiden.platform.tenancy.Role;

/**
 * Somebody who works at a school of a board: no more of them than registering needs.
 *
 * @param id made of the mail address, see {@link #idOf}
 * @param school the location code; empty for who works at no one school
 * @param roles as in tokens
 */
public record Colleague(String id, String name, String email, String school, List<String> roles) {

  /** The same, unchangeable. */
  public Colleague {
    roles = List.copyOf(roles);
  }

  /** What stands for a mail address; capitals do not matter. */
  public static String idOf(String email) {
    String plain = email.strip().toLowerCase(Locale.ROOT);
    return UUID.nameUUIDFromBytes(plain.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** What the person does, as far as roles are known here. */
  public Collection<Role> does() {
    return roles.stream().map(Role::named).flatMap(Optional::stream).toList();
  }
}
