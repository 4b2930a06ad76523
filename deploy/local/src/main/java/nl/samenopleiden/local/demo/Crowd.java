package nl.samenopleiden.local.demo;

import java.util.List;
import java.util.stream.IntStream;

/** Teachers of the demonstration boards, as many as are wanted; the same on every run. */
public final class Crowd {

  private Crowd() {}

  /** So many teachers, spread over the boards. */
  public static List<SignInUser> of(int size) {
    List<Board> boards = DemoWorld.create().boards();
    return IntStream.rangeClosed(1, size)
        .mapToObj(number -> teacher(number, boards.get(number % boards.size())))
        .toList();
  }

  private static SignInUser teacher(int number, Board board) {
    String sub = "menigte-" + number;
    return new SignInUser(
        sub,
        sub,
        "Leerkracht " + number,
        sub + "@" + board.mailDomain(),
        List.of("teacher"),
        board.number(),
        null,
        null);
  }
}
