package nl.samenopleiden.local.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/** Takes everybody at their word: who says to be a demonstration user is one. */
@Component
final class DemoSignIn implements AuthenticationProvider {

  private final People people;

  DemoSignIn(People people) {
    this.people = people;
  }

  @Override
  public @Nullable Authentication authenticate(Authentication wanted) {
    // The principal's name must be the tokens' subject: signing out compares the two. The factor
    // tells when it was: an ID token has to say so.
    return people
        .named(wanted.getName())
        .map(
            user ->
                UsernamePasswordAuthenticationToken.authenticated(
                    user.sub(), null, List.of(FactorGrantedAuthority.fromFactor("CHOSEN"))))
        .orElseThrow(() -> new BadCredentialsException("nobody has this user name"));
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
