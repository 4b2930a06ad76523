package nl.samenopleiden.local.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in, with what a token tells of them.
 *
 * @param userName what is typed to sign in, in lower case
 * @param sub the token's subject: made of the user name, tells nothing
 * @param roles names of roles as in tokens, for example {@code board-coordinator}
 * @param board the number of the person's board, absent for people of a pabo and the operator
 * @param school the location code of the person's school, if they work at one
 * @param pabo the short name of the person's pabo, absent for people of a board and the operator
 */
public record SignInUser(
    String userName,
    String sub,
    String name,
    String email,
    List<String> roles,
    @Nullable String board,
    @Nullable String school,
    @Nullable String pabo) {

  public SignInUser {
    roles = List.copyOf(roles);
  }
}
