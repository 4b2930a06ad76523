package nl.samenopleiden.local.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.samenopleiden.local.demo.SignInUser;
import org.jspecify.annotations.Nullable;

/**
 * What a token tells of a person.
 *
 * @param sub the subject: opaque, the same at every sign-in
 * @param roles names of roles, for example {@code board-coordinator}
 * @param board the number of the board, for people of a board
 * @param school the location code of the school, for people who work at one
 * @param pabo the short name of the pabo, for people of a pabo
 */
record TokenPerson(
    String sub,
    @Nullable String name,
    @Nullable String email,
    @Nullable List<String> roles,
    @Nullable String board,
    @Nullable String school,
    @Nullable String pabo) {

  TokenPerson {
    Objects.requireNonNull(sub, "a person needs a sub");
  }

  static TokenPerson of(SignInUser user) {
    return new TokenPerson(
        user.sub(),
        user.name(),
        user.email(),
        user.roles(),
        user.board(),
        user.school(),
        user.pabo());
  }

  /** The claims, without those that are absent. */
  Map<String, Object> claims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", sub);
    add(claims, "name", name);
    add(claims, "email", email);
    claims.put("roles", roles == null ? List.of() : List.copyOf(roles));
    add(claims, "board", board);
    add(claims, "school", school);
    add(claims, "pabo", pabo);
    return claims;
  }

  private static void add(Map<String, Object> claims, String name, @Nullable String value) {
    if (value != null) {
      claims.put(name, value);
    }
  }
}
