package nl.samenopleiden.platform.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads who asks from the verified token of the current request. */
public final class Callers {

  Callers() {}

  /** Who asks; empty when nobody signed in. */
  public Optional<Caller> current() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication instanceof JwtAuthenticationToken token
        ? Optional.of(caller(token.getToken()))
        : Optional.empty();
  }

  static Caller caller(Jwt token) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    List<String> named = token.getClaimAsStringList("roles");
    if (named != null) {
      named.forEach(name -> Role.named(name).ifPresent(roles::add));
    }
    if (scopes(token).contains("partner")) {
      roles.add(Role.PARTNER);
    }
    return new Caller(
        text(token, "sub"),
        text(token, "name"),
        text(token, "email"),
        roles,
        token.getClaimAsString("board"),
        token.getClaimAsString("school"),
        token.getClaimAsString("pabo"));
  }

  private static Set<String> scopes(Jwt token) {
    return switch (token.getClaims().get("scope")) {
      case String text -> Set.of(text.split(" "));
      case java.util.Collection<?> list ->
          list.stream().map(Object::toString).collect(java.util.stream.Collectors.toSet());
      case null, default -> Set.of();
    };
  }

  private static String text(Jwt token, String claim) {
    @Nullable String value = token.getClaimAsString(claim);
    return value == null ? "" : value;
  }
}
