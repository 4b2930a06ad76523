package nl.samenopleiden.partnership.board;

/**
 * What is told of boards: topic {@code samen.partnership}, aggregate {@code board}; the owner is
 * the platform, the id the board's number.
 */
public sealed interface BoardFact {

  /** A board was chosen as a tenant of the platform, under this name. */
  record BoardOnboarded(String number, String name) implements BoardFact {}
}
