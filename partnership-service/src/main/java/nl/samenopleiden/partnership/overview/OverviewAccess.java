package nl.samenopleiden.partnership.overview;

import java.util.Optional;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose overview a reader gets: a coordinator the own board's, a programme manager a partner's. */
@Component
final class OverviewAccess {

  private final Overviews overviews;

  OverviewAccess(Overviews overviews) {
    this.overviews = overviews;
  }

  /**
   * The overview that the reader asks for.
   *
   * @param board the number of a partner board, for people of a pabo
   */
  Outcome<Overview> overview(Access access, @Nullable String board) {
    if (access.home().isBoard()) {
      return board == null || board.equals(access.home().code())
          ? Outcome.done(overviews.of(access.home(), access.withPartners()))
          : Outcome.refused(Refusal.NOT_FOUND);
    }
    if (board == null || board.isBlank()) {
      return Outcome.refused(Refusal.invalid("board-needed", "board"));
    }
    Optional<Owner> partner =
        access.partners().stream()
            .filter(each -> each.isBoard() && each.code().equals(board))
            .findFirst();
    return partner.isEmpty()
        ? Outcome.refused(Refusal.NOT_FOUND)
        : Outcome.done(overviews.of(partner.get(), access.withPartners()));
  }
}
