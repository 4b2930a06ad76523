package nl.samenopleiden.professionalisation.study;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The modules of all pabos, each seen by the pabo's own people and those of its partner boards. */
@Component
final class StudyModules {

  private final AggregateStore<StudyModule> store;

  StudyModules(Aggregates aggregates) {
    store = aggregates.of("study-module", StudyModule.class, StudyModules::searchText);
    store.collection().index(false, "state.content.title");
  }

  /** The module of this id that the caller may see. */
  Optional<Stored<StudyModule>> find(Access access, String id) {
    return store.find(access.withPartners(), id);
  }

  /** The module of this id that is of the caller's own pabo. */
  Optional<Stored<StudyModule>> owned(Access access, String id) {
    return store.find(access.own(), id);
  }

  /** Those of these modules that the caller may see. */
  Map<OwnedId, StudyModule> find(Access access, Collection<OwnedId> ids) {
    return store.findAll(access.withPartners(), ids);
  }

  /**
   * Modules that can be started, by title.
   *
   * @param words all of them stand in what the module says
   * @param theme the key of one; empty means all
   */
  Page<Stored<StudyModule>> page(Access access, String words, String theme, PageRequest page) {
    List<Bson> wanted = new ArrayList<>();
    wanted.add(Filters.eq("state.is", "offered"));
    if (!theme.isEmpty()) {
      wanted.add(Filters.eq("state.content.themes", theme));
    }
    return store.page(
        access.withPartners(),
        Filters.and(wanted),
        words,
        Sorts.ascending("state.content.title", "_id"),
        page);
  }

  /** Carries out a command on a module. */
  Outcome<Stored<StudyModule>> change(
      Access access, OwnedId id, Function<Optional<StudyModule>, Decision<StudyModule>> decide) {
    return store.change(access.caller().person(), id, decide);
  }

  private static @Nullable String searchText(StudyModule module) {
    Content content = module.content();
    return String.join(
        " ",
        content.title(),
        content.learns(),
        String.join(" ", content.themes()),
        String.join(" ", content.steps().stream().map(Content.Step::text).toList()));
  }
}
