package nl.samenopleiden.partnership.board;

import java.util.List;
import java.util.function.Predicate;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.RefusedException;
import org.springframework.stereotype.Component;

/**
 * Finding boards: operators find all, people of a pabo those that it works with, people of a board
 * their own.
 */
@Component
final class BoardSearch {

  private final Boards boards;

  BoardSearch(Boards boards) {
    this.boards = boards;
  }

  Page<BoardView> search(Access access, String words, boolean onlyOnboarded, PageRequest page) {
    if (isOperator(access)) {
      return boards.search(words, onlyOnboarded, page).map(BoardView::of);
    }
    Predicate<String> wanted = Documents.holding(words);
    List<Board> found =
        boards.these(access.withPartners().owners()).stream()
            .filter(board -> wanted.test(board.number() + " " + board.name()))
            .toList();
    return Page.of(found, page).map(BoardView::of);
  }

  BoardView find(Access access, String number) {
    if (!isOperator(access) && !access.reaches(Owner.board(number))) {
      throw RefusedException.notFound();
    }
    return boards.find(number).map(BoardView::of).orElseThrow(RefusedException::notFound);
  }

  private static boolean isOperator(Access access) {
    return access.caller().is(Role.OPERATOR) && access.home().equals(Owner.OPERATOR);
  }
}
