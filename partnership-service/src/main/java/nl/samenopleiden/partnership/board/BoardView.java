package nl.samenopleiden.partnership.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A board as it is shown.
 *
 * @param onboarded whether it is a tenant of the platform
 * @param since since when
 * @param schools how many open locations it has
 * @param places where most of them are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BoardView(
    String number,
    String name,
    boolean onboarded,
    @Nullable Instant since,
    int schools,
    List<String> places) {

  static BoardView of(Board board) {
    return new BoardView(
        board.number(),
        board.name(),
        board.isOnboarded(),
        board instanceof Board.Onboarded tenant ? tenant.since() : null,
        board.extent().schools(),
        board.extent().places());
  }
}
