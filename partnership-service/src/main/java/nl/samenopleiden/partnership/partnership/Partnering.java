package nl.samenopleiden.partnership.partnership;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.samenopleiden.partnership.board.Board;
import nl.samenopleiden.partnership.board.Boards;
import nl.samenopleiden.partnership.pabo.Pabos;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.springframework.stereotype.Component;

/**
 * Proposing, accepting and ending partnerships. The board owns a partnership; for the pabo's side a
 * note says with which boards there is, or was, something to talk about, so that it sees a proposal
 * of a board that it does not work with yet.
 */
@Component
public final class Partnering {

  private final AggregateStore<Partnership> store;
  private final TenantCollection notes;
  private final Boards boards;
  private final Pabos pabos;
  private final Clock clock;

  Partnering(
      Aggregates aggregates, Collections collections, Boards boards, Pabos pabos, Clock clock) {
    this.store = aggregates.of("partnership", Partnership.class, _ -> null);
    this.notes = collections.named("partnership-notes");
    this.boards = boards;
    this.pabos = pabos;
    this.clock = clock;
  }

  /** On which side of the table the caller sits; empty for who is of neither. */
  static Optional<Side> sideOf(Access access) {
    return access.home().isBoard()
        ? Optional.of(Side.BOARD)
        : access.home().isPabo() ? Optional.of(Side.PABO) : Optional.empty();
  }

  /** The partnerships of the caller's organisation, also proposed and ended ones, by name. */
  public List<PartnershipView> all(Access access) {
    Optional<Side> side = sideOf(access);
    if (side.isEmpty()) {
      return List.of();
    }
    Stream<Partnership> found =
        side.get() == Side.BOARD
            ? store.list(access.own(), null, null, 500).stream().map(Stored::state)
            : notes.list(access.own(), null, null, 5_000).stream()
                .map(note -> new Parties(note.getString("board").getValue(), access.home().code()))
                .flatMap(parties -> find(parties).stream());
    return found
        .map(each -> view(each, side.get()))
        .sorted(Comparator.comparing(PartnershipView::partnerName))
        .toList();
  }

  /**
   * The partnership with this id, if it is the caller's organisation's.
   *
   * @throws RefusedException when it is not there, or not the caller's to see
   */
  PartnershipView find(Access access, String partnership) {
    Parties parties = Parties.parse(partnership);
    Side side =
        sideOf(access)
            .filter(each -> parties.owner(each).equals(access.home()))
            .orElseThrow(RefusedException::notFound);
    return find(parties).map(each -> view(each, side)).orElseThrow(RefusedException::notFound);
  }

  /** Those to whom the caller's organisation could propose, by name. */
  public List<PartnershipView.Candidate> candidates(Access access) {
    List<String> taken =
        all(access).stream()
            .filter(each -> each.state() != PartnershipView.State.ENDED)
            .map(each -> access.home().isBoard() ? each.pabo() : each.board())
            .toList();
    Stream<PartnershipView.Candidate> all =
        access.home().isBoard()
            ? pabos.all().stream()
                .map(each -> new PartnershipView.Candidate(each.code(), each.name()))
            : boards.onboarded().stream()
                .map(each -> new PartnershipView.Candidate(each.number(), each.name()));
    return all.filter(each -> !taken.contains(each.code())).toList();
  }

  /** The caller's side proposes to this other one. */
  Outcome<PartnershipView> propose(Access access, String other) {
    Side side = sideOf(access).orElseThrow();
    String field = side.other().text();
    Parties parties;
    try {
      parties =
          side == Side.BOARD
              ? new Parties(access.home().code(), other.strip())
              : new Parties(other.strip(), access.home().code());
      parties.owner(side.other());
    } catch (IllegalArgumentException noName) {
      return Outcome.refused(Refusal.invalid("partner-unknown", field));
    }
    if (boards.find(parties.board()).filter(Board::isOnboarded).isEmpty()
        || pabos.find(parties.pabo()).isEmpty()) {
      return Outcome.refused(Refusal.invalid("partner-unknown", field));
    }
    // First the note: without it the pabo would never see a proposal.
    notes.insert(
        new OwnedId(Owner.pabo(parties.pabo()), parties.board()),
        new BsonDocument("board", new BsonString(parties.board())));
    return change(access, parties, now -> Partnership.propose(now, parties, side, clock.instant()));
  }

  /** The caller's side accepts. */
  Outcome<PartnershipView> accept(Access access, String partnership) {
    return answer(
        access, partnership, (now, side) -> Partnership.accept(now, side, clock.instant()));
  }

  /** The caller's side ends it. */
  Outcome<PartnershipView> end(Access access, String partnership) {
    return answer(access, partnership, (now, side) -> Partnership.end(now, side, clock.instant()));
  }

  private Outcome<PartnershipView> answer(
      Access access,
      String partnership,
      BiFunction<Optional<Partnership>, Side, Decision<Partnership>> decide) {
    Parties parties = Parties.parse(partnership);
    Optional<Side> side = sideOf(access).filter(each -> parties.owner(each).equals(access.home()));
    return side.isEmpty()
        ? Outcome.refused(Refusal.NOT_FOUND)
        : change(access, parties, now -> decide.apply(now, side.get()));
  }

  private Outcome<PartnershipView> change(
      Access access,
      Parties parties,
      Function<Optional<Partnership>, Decision<Partnership>> decide) {
    Side side = sideOf(access).orElseThrow();
    return store
        .change(access.caller().person(), parties.id(), decide)
        .map(stored -> view(stored.state(), side));
  }

  private Optional<Partnership> find(Parties parties) {
    return store.find(Scope.of(parties.owner(Side.BOARD)), parties.id()).map(Stored::state);
  }

  private PartnershipView view(Partnership its, Side side) {
    Parties parties = its.parties();
    return PartnershipView.of(
        its, side, boards.nameOf(parties.board()), pabos.nameOf(parties.pabo()));
  }
}
