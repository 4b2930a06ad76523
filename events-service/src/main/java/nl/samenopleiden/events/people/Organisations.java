package nl.samenopleiden.events.people;

import com.mongodb.client.model.Sorts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Projection;
import nl.samenopleiden.platform.inbox.Projections;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names of boards and pabos, and the schools of boards, as partnership-service tells. */
@Component
public class Organisations {

  private static final int MOST = 10_000;

  /**
   * A school that people may be chosen by.
   *
   * @param board the number of its board
   * @param code its location code
   */
  public record School(String board, String code, String name) {}

  record Named(String organisation, String name) {}

  record NameFact(@Nullable String number, @Nullable String code, @Nullable String name) {}

  private final Projection<Named> names;
  private final Projection<School> schools;

  Organisations(Projections projections, Subscriptions subscriptions) {
    names = projections.of("organisations", Named.class, _ -> null);
    schools = projections.of("schools", School.class, _ -> null);
    schools.index("name");
    subscriptions
        .on("partnership", "BoardOnboarded", this::board)
        .on("partnership", "PaboRegistered", this::pabo)
        .on("partnership", "SchoolRegistered", this::school)
        .on("partnership", "SchoolChanged", this::school)
        .on("partnership", "SchoolClosed", this::closed);
  }

  /** What an organisation is called; its code as long as nobody told its name. */
  public String nameOf(Owner organisation) {
    return names
        .find(Scope.of(organisation), nameId(organisation))
        .map(Named::name)
        .orElse(organisation.code());
  }

  /** What these organisations are called, by name; those without a name by their code. */
  public Map<Owner, String> namesOf(Scope scope) {
    Map<Owner, String> found = new LinkedHashMap<>();
    names
        .list(scope, null, Sorts.ascending("data.name"), MOST)
        .forEach(named -> found.put(Owner.parse(named.organisation()), named.name()));
    scope.owners().stream()
        .sorted(java.util.Comparator.comparing(Owner::toString))
        .forEach(owner -> found.putIfAbsent(owner, owner.code()));
    return found;
  }

  /** The schools of the boards in scope, by name. */
  public List<School> schoolsOf(Scope scope) {
    return schools.list(scope, null, Sorts.ascending("data.name"), MOST);
  }

  private void board(Event event) {
    NameFact fact = event.as(NameFact.class);
    name(event, Owner.board(event.id().value()), fact.name());
  }

  private void pabo(Event event) {
    NameFact fact = event.as(NameFact.class);
    name(event, Owner.pabo(event.id().value()), fact.name());
  }

  private void name(Event event, Owner organisation, @Nullable String name) {
    names.apply(
        event,
        nameId(organisation),
        before ->
            name == null || name.isBlank()
                ? before
                : Optional.of(new Named(organisation.toString(), name)));
  }

  private void school(Event event) {
    NameFact fact = event.as(NameFact.class);
    String code = event.id().value();
    String name = fact.name() == null || fact.name().isBlank() ? code : fact.name();
    schools.apply(
        event, event.id(), _ -> Optional.of(new School(event.owner().code(), code, name)));
  }

  private void closed(Event event) {
    schools.apply(event, event.id(), _ -> Optional.empty());
  }

  private static OwnedId nameId(Owner organisation) {
    return new OwnedId(organisation, "name");
  }
}
