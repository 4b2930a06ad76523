package nl.samenopleiden.partnership.colleague;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.partnership.colleague.Colleague.Details;
import nl.samenopleiden.platform.importing.Effect;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people of boards, each owned by the board. */
@Component
public final class Colleagues {

  private static final Bson WORKING = Filters.eq("state.kind", "working");

  private final AggregateStore<Colleague> store;

  Colleagues(Aggregates aggregates) {
    store = aggregates.of("colleague", Colleague.class, Colleagues::searchText);
    store.collection().index(false, "state.details.name");
  }

  /**
   * Those who work there and whom these words find, by name.
   *
   * @param school only those of this school
   */
  Page<Details> search(Scope scope, @Nullable String school, String words, PageRequest page) {
    return store
        .page(scope, working(school), words, Sorts.ascending("state.details.name", "_id"), page)
        .map(each -> ((Colleague.Working) each.state()).details());
  }

  /** How many work there; at this school, or at all. */
  public long count(Scope scope, @Nullable String school) {
    return store.count(scope, working(school));
  }

  /** The colleague with this id, if in scope. */
  Optional<Details> find(Scope scope, String id) {
    return store
        .find(scope, id)
        .flatMap(
            each ->
                each.state() instanceof Colleague.Working(Details details)
                    ? Optional.of(details)
                    : Optional.empty());
  }

  /** The board says this of its colleagues; gives what each led to, in the same order. */
  List<Effect> list(String by, Owner board, List<Details> said) {
    Effect[] effects = new Effect[said.size()];
    Arrays.fill(effects, Effect.Done.UNCHANGED);
    List<Command<Colleague>> commands = new ArrayList<>();
    for (int i = 0; i < effects.length; i++) {
      Details each = said.get(i);
      int at = i;
      commands.add(
          new Command<>(
              new OwnedId(board, Colleague.idOf(each.email())),
              now -> {
                effects[at] = effect(now, each);
                return Colleague.list(now, each);
              }));
    }
    store.changeAll(by, Scope.of(board), commands);
    return List.of(effects);
  }

  /** The colleague no longer works at the board. */
  Outcome<Colleague> leave(String by, Owner board, String id) {
    return store.change(by, new OwnedId(board, id), Colleague::leave).map(Stored::state);
  }

  private static Effect effect(Optional<Colleague> now, Details said) {
    if (now.isEmpty() || !(now.get() instanceof Colleague.Working(Details known))) {
      return Effect.Done.ADDED;
    }
    return known.equals(said) ? Effect.Done.UNCHANGED : Effect.Done.CHANGED;
  }

  private static Bson working(@Nullable String school) {
    return school == null
        ? WORKING
        : Filters.and(WORKING, Filters.eq("state.details.school", school));
  }

  private static @Nullable String searchText(Colleague colleague) {
    return switch (colleague) {
      case Colleague.Working(Details its) ->
          String.join(" ", its.name(), its.email(), its.school())
              + " "
              + String.join(" ", its.roles())
              + " "
              + String.join(" ", its.themes());
      case Colleague.Gone _ -> null;
    };
  }
}
