package nl.samenopleiden.partnership.board;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.partnership.board.Board.Extent;
import nl.samenopleiden.partnership.school.BoardNames;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.AggregateStore.Command;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * The boards of the country. The list belongs to the platform: who else may see a board's entry
 * (itself, its pabos, those to whom it can propose) is decided by whoever asks here.
 */
@Component
public final class Boards implements BoardNames {

  private static final Scope OPERATOR = Scope.of(Owner.OPERATOR);
  private static final Bson ONBOARDED = Filters.eq("state.kind", "onboarded");
  private static final int AT_ONCE = 250;

  private final AggregateStore<Board> store;
  private final Clock clock;

  Boards(Aggregates aggregates, Clock clock) {
    this.store = aggregates.of("board", Board.class, Boards::searchText);
    this.clock = clock;
    store.collection().index(false, "state.name");
  }

  /** The board with this number. */
  public Optional<Board> find(String number) {
    return store.find(OPERATOR, id(number)).map(Stored::state);
  }

  @Override
  public String nameOf(String number) {
    return find(number).map(Board::name).orElse(number);
  }

  /** The boards that these words find, by name; or only those that are tenants. */
  public Page<Board> search(String words, boolean onlyOnboarded, PageRequest page) {
    return store
        .page(
            OPERATOR,
            onlyOnboarded ? ONBOARDED : null,
            words,
            Sorts.ascending("state.name", "_id"),
            page)
        .map(Stored::state);
  }

  /** Those of these boards that there are, by name. */
  public List<Board> these(Collection<Owner> owners) {
    return owners.stream()
        .filter(Owner::isBoard)
        .flatMap(owner -> find(owner.code()).stream())
        .sorted(Comparator.comparing(Board::name))
        .toList();
  }

  /** All tenants, by name. */
  public List<Board> onboarded() {
    return store.list(OPERATOR, ONBOARDED, Sorts.ascending("state.name"), 2_000).stream()
        .map(Stored::state)
        .toList();
  }

  /** How many of them are tenants. */
  public long countOnboarded() {
    return store.count(OPERATOR, ONBOARDED);
  }

  /** The register has these boards: numbers with names, which may be empty. */
  public void register(String by, Map<String, String> names) {
    List<Command<Board>> commands = new ArrayList<>();
    names.forEach(
        (number, name) ->
            commands.add(new Command<>(id(number), now -> Board.register(now, number, name))));
    carryOut(by, commands);
  }

  /** The register was counted: every board that is not in these has no open location. */
  public void count(String by, Map<String, Extent> extents) {
    List<Command<Board>> commands = new ArrayList<>();
    for (Stored<Board> each : store.list(OPERATOR, null, null, 100_000)) {
      Extent extent = extents.getOrDefault(each.state().number(), Extent.NONE);
      if (!extent.equals(each.state().extent())) {
        commands.add(new Command<>(each.id(), now -> Board.count(now, extent)));
      }
    }
    carryOut(by, commands);
  }

  /** Chooses a board as a tenant. */
  public Outcome<Board> onboard(String by, String number, String name) {
    return store
        .change(by, id(number), now -> Board.onboard(now, name, clock.instant()))
        .map(Stored::state);
  }

  private void carryOut(String by, List<Command<Board>> commands) {
    for (int from = 0; from < commands.size(); from += AT_ONCE) {
      store.changeAll(
          by, OPERATOR, commands.subList(from, Math.min(commands.size(), from + AT_ONCE)));
    }
  }

  private static String searchText(Board board) {
    return board.number() + " " + board.name() + " " + String.join(" ", board.extent().places());
  }

  private static OwnedId id(String number) {
    return new OwnedId(Owner.OPERATOR, number);
  }
}
