package nl.samenopleiden.partnership.participation;

import java.util.Optional;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sees of the participation of one board. The rule for small groups, where a number
 * may be one person whom colleagues know:
 *
 * <ul>
 *   <li>a board's coordinator sees the own board, also per school: who looks after these people
 *       anyway;
 *   <li>the leader and the educator of a school see the numbers of that school, and of no other;
 *   <li>the programme manager of a pabo sees a partner board as a whole, and only in the pabo's own
 *       courses: no numbers of single schools, and nothing of what another pabo offers;
 *   <li>nobody else sees anything.
 * </ul>
 *
 * <p>Nothing that is counted names a person, and schools stand in the order of their names: there
 * is no ranking.
 */
sealed interface Sight {

  /** Whose people are counted. */
  Owner board();

  /** Whose courses are shown. */
  Scope organisers();

  /** All of the board, and its schools one by one. */
  record WholeBoard(Owner board, Scope organisers) implements Sight {}

  /** One school of the board. */
  record OneSchool(Owner board, String school, Scope organisers) implements Sight {}

  /** All of a partner board together, in the courses of one pabo. */
  record PartnerBoard(Owner board, Owner pabo) implements Sight {
    @Override
    public Scope organisers() {
      return Scope.of(pabo);
    }
  }

  /** The only school whose people are counted, if there is such a one. */
  default @Nullable String onlySchool() {
    return this instanceof OneSchool one ? one.school() : null;
  }

  /** Whether only what the organisers offer counts, and not what else people registered for. */
  default boolean onlyOffered() {
    return this instanceof PartnerBoard;
  }

  /**
   * What this reader sees.
   *
   * @param board the number of a partner board, for people of a pabo
   * @throws RefusedException when that is nothing, or the board is not named
   */
  static Sight of(Access access, @Nullable String board) {
    String wanted = board == null ? "" : board.strip();
    if (access.home().isBoard()) {
      return ofBoard(access, wanted);
    }
    if (!access.home().isPabo() || !access.caller().is(Role.PROGRAMME_MANAGER)) {
      throw RefusedException.notFound();
    }
    if (wanted.isEmpty()) {
      throw new RefusedException(Refusal.invalid("board-needed", "board"));
    }
    Optional<Owner> partner =
        access.partners().stream()
            .filter(each -> each.isBoard() && each.code().equals(wanted))
            .findFirst();
    return new PartnerBoard(partner.orElseThrow(RefusedException::notFound), access.home());
  }

  private static Sight ofBoard(Access access, String wanted) {
    Caller caller = access.caller();
    if (!wanted.isEmpty() && !wanted.equals(access.home().code())) {
      throw RefusedException.notFound();
    }
    if (caller.is(Role.BOARD_COORDINATOR)) {
      return new WholeBoard(access.home(), access.withPartners());
    }
    if (caller.is(Role.SCHOOL_LEADER, Role.SCHOOL_EDUCATOR)) {
      return new OneSchool(
          access.home(),
          caller.atSchool().orElseThrow(RefusedException::notFound),
          access.withPartners());
    }
    throw RefusedException.notFound();
  }
}
