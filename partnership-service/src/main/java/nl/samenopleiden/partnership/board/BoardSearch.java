package nl.samenopleiden.partnership.board;

import java.util.Arrays;
import java.util.List;
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
    List<Board> found =
        boards.these(access.withPartners().owners()).stream()
            .filter(board -> holds(board, words))
            .toList();
    List<BoardView> items =
        found.stream()
            .skip((long) page.number() * page.size())
            .limit(page.size())
            .map(BoardView::of)
            .toList();
    return new Page<>(items, page.number(), page.size(), found.size());
  }

  BoardView find(Access access, String number) {
    if (!isOperator(access) && !access.reaches(Owner.board(number))) {
      throw RefusedException.notFound();
    }
    return boards.find(number).map(BoardView::of).orElseThrow(RefusedException::notFound);
  }

  private static boolean holds(Board board, String words) {
    String text = Documents.searchable(board.number() + " " + board.name());
    return Arrays.stream(Documents.searchable(words).split(" ")).allMatch(text::contains);
  }

  private static boolean isOperator(Access access) {
    return access.caller().is(Role.OPERATOR) && access.home().equals(Owner.OPERATOR);
  }
}
