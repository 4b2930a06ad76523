package nl.samenopleiden.partnership.partnership;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;
import nl.samenopleiden.partnership.partnership.PartnershipFact.PartnershipAgreed;
import nl.samenopleiden.partnership.partnership.PartnershipFact.PartnershipEnded;
import nl.samenopleiden.partnership.partnership.PartnershipFact.PartnershipProposed;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Refusal;

/**
 * A board and a pabo work together. Either proposes, only the other accepts, either ends it;
 * neither can answer its own proposal.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Partnership.Proposed.class, name = "proposed"),
  @JsonSubTypes.Type(value = Partnership.InForce.class, name = "in-force"),
  @JsonSubTypes.Type(value = Partnership.Ended.class, name = "ended")
})
public sealed interface Partnership {

  /** Who work together. */
  Parties parties();

  /** Since when it is as it is. */
  Instant since();

  /** One side has proposed; the other has not answered. */
  record Proposed(Parties parties, Side by, Instant since) implements Partnership {

    Decision<Partnership> accepted(Side side, Instant now) {
      return side == by
          ? Decision.refuse(Refusal.conflict("own-proposal"))
          : Decision.accept(
              new InForce(parties, now), new PartnershipAgreed(parties.pabo(), parties.board()));
    }
  }

  /** Both agreed. */
  record InForce(Parties parties, Instant since) implements Partnership {}

  /** One side ended it, or took the proposal back, or turned it down. */
  record Ended(Parties parties, Side by, Instant since) implements Partnership {}

  /** This side proposes to work together. */
  static Decision<Partnership> propose(
      Optional<Partnership> now, Parties parties, Side side, Instant at) {
    if (now.isEmpty() || now.get() instanceof Ended) {
      return Decision.accept(
          new Proposed(parties, side, at),
          new PartnershipProposed(parties.pabo(), parties.board(), side.text()));
    }
    return switch (now.get()) {
      case Proposed proposed when proposed.by() == side -> Decision.unchanged();
      case Proposed _ -> Decision.refuse(Refusal.conflict("proposal-waits-for-you"));
      case InForce _, Ended _ -> Decision.refuse(Refusal.conflict("partnership-in-force"));
    };
  }

  /** This side accepts what the other proposed. */
  static Decision<Partnership> accept(Optional<Partnership> now, Side side, Instant at) {
    if (now.isEmpty()) {
      return Decision.refuse(Refusal.NOT_FOUND);
    }
    return switch (now.get()) {
      case Proposed proposed -> proposed.accepted(side, at);
      case InForce _ -> Decision.unchanged();
      case Ended _ -> Decision.refuse(Refusal.conflict("no-proposal"));
    };
  }

  /** This side ends it, takes its proposal back, or turns the other's down. */
  static Decision<Partnership> end(Optional<Partnership> now, Side side, Instant at) {
    if (now.isEmpty()) {
      return Decision.refuse(Refusal.NOT_FOUND);
    }
    return switch (now.get()) {
      case Proposed(Parties parties, Side _, Instant _) -> ended(parties, side, at);
      case InForce(Parties parties, Instant _) -> ended(parties, side, at);
      case Ended _ -> Decision.unchanged();
    };
  }

  private static Decision<Partnership> ended(Parties parties, Side side, Instant at) {
    return Decision.accept(
        new Ended(parties, side, at), new PartnershipEnded(parties.pabo(), parties.board()));
  }
}
