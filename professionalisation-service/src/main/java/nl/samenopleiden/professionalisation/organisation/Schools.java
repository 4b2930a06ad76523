package nl.samenopleiden.professionalisation.organisation;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Projection;
import nl.samenopleiden.platform.inbox.Projections;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The schools that are open, each owned by its board. */
@Component
public final class Schools {

  /**
   * A school.
   *
   * @param board the number of its board
   * @param code its location code
   * @param place where it is; empty when that was not told
   */
  public record School(String board, String code, String name, String place) {}

  record SchoolFact(String code, String name, @Nullable String place) {}

  /** A school that goes to another board may for a moment be with both. */
  private static final int MOST_BOARDS = 2;

  private static final Bson BY_NAME = Sorts.ascending("data.name", "_id");

  private final Projection<School> copy;

  Schools(Projections projections, Subscriptions subscriptions) {
    copy =
        projections.of(
            "schools",
            School.class,
            each -> String.join(" ", each.name(), each.place(), each.code()));
    copy.index("name");
    subscriptions
        .on("partnership", "SchoolRegistered", this::know)
        .on("partnership", "SchoolChanged", this::know)
        .on("partnership", "SchoolClosed", this::close);
  }

  /** Schools of boards in scope, by name; all of the words stand in the name, place or code. */
  public Page<School> page(Scope scope, String words, PageRequest page) {
    return copy.page(scope, null, words, BY_NAME, page);
  }

  /** Those of the schools with these location codes that are of boards in scope, by name. */
  public List<School> find(Scope scope, Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : copy.list(scope, Filters.in("data.code", codes), BY_NAME, codes.size() * MOST_BOARDS);
  }

  private void know(Event event) {
    SchoolFact fact = event.as(SchoolFact.class);
    String place = fact.place() == null ? "" : fact.place();
    copy.apply(
        event,
        event.id(),
        _ -> Optional.of(new School(event.owner().code(), fact.code(), fact.name(), place)));
  }

  private void close(Event event) {
    copy.apply(event, event.id(), _ -> Optional.empty());
  }
}
