package nl.samenopleiden.partnership.partnership;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A partnership as one of the two sees it.
 *
 * @param id names it in addresses
 * @param partnerName what the other side is called
 * @param waitsFor who must answer; only of a proposal
 * @param yoursToAnswer whether the reader's side must answer
 * @param since since when it is as it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartnershipView(
    String id,
    String board,
    String boardName,
    String pabo,
    String paboName,
    String partnerName,
    State state,
    @Nullable Side waitsFor,
    boolean yoursToAnswer,
    Instant since) {

  /** How it is. */
  public enum State {
    PROPOSED,
    IN_FORCE,
    ENDED
  }

  /**
   * Somebody to whom one could propose.
   *
   * @param code the board's number or the pabo's short name
   */
  public record Candidate(String code, String name) {}

  static PartnershipView of(Partnership its, Side reader, String boardName, String paboName) {
    State state =
        switch (its) {
          case Partnership.Proposed _ -> State.PROPOSED;
          case Partnership.InForce _ -> State.IN_FORCE;
          case Partnership.Ended _ -> State.ENDED;
        };
    Side waitsFor = its instanceof Partnership.Proposed proposed ? proposed.by().other() : null;
    return new PartnershipView(
        its.parties().toString(),
        its.parties().board(),
        boardName,
        its.parties().pabo(),
        paboName,
        reader == Side.BOARD ? paboName : boardName,
        state,
        waitsFor,
        waitsFor == reader,
        its.since());
  }
}
