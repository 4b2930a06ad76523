package nl.samenopleiden.partnership.partnership;

/**
 * What is told of partnerships: topic {@code samen.partnership}, aggregate {@code partnership}; the
 * owner is the board, the id the pabo's short name. Every service keeps those in force: they decide
 * whose data the people of a pabo may see.
 */
public sealed interface PartnershipFact {

  /**
   * One side proposes to work together; nothing is in force.
   *
   * @param pabo the pabo's short name
   * @param board the board's number
   * @param by {@code pabo} or {@code board}
   */
  record PartnershipProposed(String pabo, String board, String by) implements PartnershipFact {}

  /** Both sides have agreed: it is in force. */
  record PartnershipAgreed(String pabo, String board) implements PartnershipFact {}

  /** It is over, or the proposal is off. */
  record PartnershipEnded(String pabo, String board) implements PartnershipFact {}
}
