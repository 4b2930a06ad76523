package nl.samenopleiden.partnership.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.samenopleiden.partnership.partnership.PartnershipFact.PartnershipAgreed;
import nl.samenopleiden.platform.store.Decision;

/** Whatever both sides do in whatever order, nothing is in force that not both have agreed to. */
class PartnershipTest {

  private static final Parties PARTIES = new Parties("41234", "rijnmond");

  enum Step {
    PROPOSE,
    ACCEPT,
    END
  }

  record Move(Step step, Side side) {}

  @Property(tries = 2_000)
  void nothingIsInForceUntilBothHaveAgreed(@ForAll List<Step> steps, @ForAll List<Side> sides) {
    Optional<Partnership> now = Optional.empty();
    Side proposedBy = null;
    List<Object> facts = new ArrayList<>();
    for (int i = 0; i < Math.min(steps.size(), sides.size()); i++) {
      Side side = sides.get(i);
      Decision<Partnership> decision = decide(now, new Move(steps.get(i), side));
      if (decision instanceof Decision.Accepted<Partnership>(Partnership state, var told)) {
        if (state instanceof Partnership.Proposed) {
          proposedBy = side;
        }
        if (state instanceof Partnership.InForce) {
          assertThat(steps.get(i)).isEqualTo(Step.ACCEPT);
          assertThat(side).as("the other side accepts").isNotEqualTo(proposedBy);
          assertThat(now.orElseThrow()).isInstanceOf(Partnership.Proposed.class);
          assertThat(told).containsExactly(new PartnershipAgreed("rijnmond", "41234"));
        }
        assertThat(told).as("every change is told").hasSize(1);
        facts.addAll(told);
        now = Optional.of(state);
      }
    }
    long agreed = facts.stream().filter(PartnershipAgreed.class::isInstance).count();
    long ended = facts.stream().filter(PartnershipFact.PartnershipEnded.class::isInstance).count();
    if (now.isPresent() && now.get() instanceof Partnership.InForce) {
      assertThat(agreed).isLessThanOrEqualTo(ended + 1);
    }
  }

  @Property
  void doingTheSameTwiceIsDoingItOnce(@ForAll Step step, @ForAll Side side, @ForAll Side proposer) {
    Optional<Partnership> proposed =
        Optional.of(new Partnership.Proposed(PARTIES, proposer, Instant.EPOCH));
    Decision<Partnership> once = decide(proposed, new Move(step, side));
    if (once instanceof Decision.Accepted<Partnership>(Partnership state, var _)) {
      assertThat(decide(Optional.of(state), new Move(step, side)))
          .isInstanceOf(Decision.Unchanged.class);
    }
  }

  private static Decision<Partnership> decide(Optional<Partnership> now, Move move) {
    return switch (move.step()) {
      case PROPOSE -> Partnership.propose(now, PARTIES, move.side(), Instant.EPOCH);
      case ACCEPT -> Partnership.accept(now, move.side(), Instant.EPOCH);
      case END -> Partnership.end(now, move.side(), Instant.EPOCH);
    };
  }
}
