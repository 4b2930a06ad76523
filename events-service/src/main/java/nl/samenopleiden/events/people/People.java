package nl.samenopleiden.events.people;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Projection;
import nl.samenopleiden.platform.inbox.Projections;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The colleagues of boards and the students of pabos, as the other services tell. */
@Component
public class People {

  /**
   * Which people are looked for; an empty list asks for nothing of its kind.
   *
   * @param roles has one of these
   * @param schools works at one of these
   * @param themes works on one of these
   */
  public record Wanted(List<String> roles, List<String> schools, List<String> themes) {}

  record ColleagueFact(
      @Nullable String name,
      @Nullable String email,
      @Nullable String school,
      @Nullable List<String> roles,
      @Nullable List<String> themes) {}

  record StudentFact(
      @Nullable String name, @Nullable String email, @Nullable List<String> themes) {}

  private final Projection<Person> people;

  People(Projections projections, Subscriptions subscriptions) {
    people = projections.of("people", Person.class, _ -> null);
    people.index("key");
    subscriptions
        .on("partnership", "ColleagueJoined", this::colleague)
        .on("partnership", "ColleagueChanged", this::colleague)
        .on("partnership", "ColleagueLeft", this::left)
        .on("placement", "StudentEnrolled", this::student)
        .on("placement", "StudentChanged", this::student);
  }

  /** How many there are. */
  public long count(Scope scope, Wanted wanted) {
    return people.count(scope, filter(wanted, null));
  }

  /**
   * The next ones of an organisation, in the order of their keys.
   *
   * @param after the key of the last one before; null at the first
   * @param limit at most so many
   */
  public List<Person> next(Owner organisation, Wanted wanted, @Nullable String after, int limit) {
    return people.list(
        Scope.of(organisation), filter(wanted, after), Sorts.ascending("data.key"), limit);
  }

  private void colleague(Event event) {
    ColleagueFact fact = event.as(ColleagueFact.class);
    keep(event, fact.name(), fact.email(), fact.roles(), fact.school(), fact.themes());
  }

  private void student(Event event) {
    StudentFact fact = event.as(StudentFact.class);
    keep(event, fact.name(), fact.email(), List.of(Role.STUDENT.text()), null, fact.themes());
  }

  private void left(Event event) {
    people.apply(event, event.id(), _ -> Optional.empty());
  }

  private void keep(
      Event event,
      @Nullable String name,
      @Nullable String email,
      @Nullable List<String> roles,
      @Nullable String school,
      @Nullable List<String> themes) {
    if (name == null || email == null || email.isBlank()) {
      throw new IllegalArgumentException("somebody without a name or a mail address");
    }
    Person person =
        new Person(
            event.owner().toString(),
            Person.keyOf(email),
            name,
            email.strip(),
            roles == null ? List.of() : roles.stream().map(People::asInTokens).toList(),
            school,
            themes == null ? List.of() : themes);
    people.apply(event, event.id(), _ -> Optional.of(person));
  }

  private static String asInTokens(String role) {
    return role.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static @Nullable Bson filter(Wanted wanted, @Nullable String after) {
    List<Bson> all = new ArrayList<>();
    oneOf(all, "data.roles", wanted.roles());
    oneOf(all, "data.school", wanted.schools());
    oneOf(all, "data.themes", wanted.themes());
    if (after != null) {
      all.add(Filters.gt("data.key", after));
    }
    return switch (all.size()) {
      case 0 -> null;
      case 1 -> all.getFirst();
      default -> Filters.and(all);
    };
  }

  private static void oneOf(List<Bson> all, String field, List<String> values) {
    if (!values.isEmpty()) {
      all.add(Filters.in(field, values));
    }
  }
}
