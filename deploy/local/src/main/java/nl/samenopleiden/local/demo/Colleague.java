package nl.samenopleiden.local.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works for a board.
 *
 * @param user the same person, signing in
 * @param board the number of the board
 * @param school the location code of the school; absent for the board's own office
 * @param themes keys of the themes that the person develops
 */
public record Colleague(
    SignInUser user, String board, @Nullable String school, List<String> themes) {

  public Colleague {
    themes = List.copyOf(themes);
  }

  /** The person's name. */
  public String name() {
    return user.name();
  }

  /** Where mail to the person goes. */
  public String email() {
    return user.email();
  }

  /** The person's roles, as in tokens. */
  public List<String> roles() {
    return user.roles();
  }
}
