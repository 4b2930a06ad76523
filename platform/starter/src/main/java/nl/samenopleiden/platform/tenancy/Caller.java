package nl.samenopleiden.platform.tenancy;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the verified token says and nothing else.
 *
 * @param person the token's subject: opaque, the same at every sign-in
 * @param name for greeting and for letters; empty for machines
 * @param email where mail goes; empty for machines
 * @param roles what this person may do
 * @param board the number of the person's board, absent for people of a pabo
 * @param school the location code of the person's school, if the person works at one
 * @param pabo the short name of the person's pabo, absent for people of a board
 */
public record Caller(
    String person,
    String name,
    String email,
    Set<Role> roles,
    @Nullable String board,
    @Nullable String school,
    @Nullable String pabo) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** The organisation that this person belongs to. */
  public Owner home() {
    if (board != null) {
      return Owner.board(board);
    }
    if (pabo != null) {
      return Owner.pabo(pabo);
    }
    return Owner.OPERATOR;
  }

  /** Whether the person has one of these roles. */
  public boolean is(Role... any) {
    for (Role role : any) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }

  /** The school that the person works at. */
  public Optional<String> atSchool() {
    return Optional.ofNullable(school);
  }
}
