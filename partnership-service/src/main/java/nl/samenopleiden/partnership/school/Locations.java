package nl.samenopleiden.partnership.school;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The register's index for operators: under which board each location of the country is. Schools
 * belong to their boards and cannot be looked up across all of them; this can. Written with every
 * import, after the schools themselves.
 */
@Component
public final class Locations {

  /**
   * Where a location is.
   *
   * @param board the number of its board
   * @param open false when it is no longer in the register
   */
  public record Location(
      String code,
      String board,
      String name,
      String postcode,
      String place,
      String municipality,
      boolean open) {

    /** As the register has it now. */
    public static Location of(String board, SchoolDetails details) {
      return new Location(
          details.code(),
          board,
          details.name(),
          details.postcode(),
          details.place(),
          details.municipality(),
          true);
    }

    /** The school of this location, under its board. */
    public OwnedId school() {
      return new OwnedId(Owner.board(board), code);
    }

    /** The same, no longer in the register. */
    public Location closed() {
      return new Location(code, board, name, postcode, place, municipality, false);
    }
  }

  private static final Scope OPERATOR = Scope.of(Owner.OPERATOR);
  private static final Bson OPEN = Filters.eq("open", true);

  private final TenantCollection locations;

  Locations(Collections collections) {
    locations = collections.named("school-location");
    locations.index(false, "board");
    locations.index(false, "name");
  }

  /** Where this location is, or was last. */
  public Optional<Location> find(String code) {
    return locations.find(OPERATOR, id(code)).map(Locations::location);
  }

  /** Where these locations are, or were last, by their codes; unknown ones are left out. */
  public Map<String, Location> find(Collection<String> codes) {
    Map<String, Location> found = new HashMap<>();
    locations
        .findAll(OPERATOR, codes.stream().map(Locations::id).toList())
        .forEach(
            each -> {
              Location location = location(each);
              found.put(location.code(), location);
            });
    return found;
  }

  /** The open locations that these words find, of one board or of all, by name. */
  public Page<Location> search(@Nullable String board, String words, PageRequest page) {
    Bson filter = board == null ? OPEN : Filters.and(OPEN, Filters.eq("board", board));
    return locations
        .page(OPERATOR, Documents.search(filter, words), Sorts.ascending("name", "_id"), page)
        .map(Locations::location);
  }

  /** All open locations. */
  public List<Location> open() {
    return locations.list(OPERATOR, OPEN, null, 100_000).stream().map(Locations::location).toList();
  }

  /** How many open locations there are. */
  public long count() {
    return locations.count(OPERATOR, OPEN);
  }

  /** Writes where these locations are. */
  public void keep(List<Location> changed) {
    if (!changed.isEmpty()) {
      locations.write(
          changed.stream()
              .<TenantCollection.Write>map(
                  each ->
                      new TenantCollection.Write.Replace(
                          id(each.code()),
                          null,
                          Documents.toBson(each).append("search", new BsonString(searchText(each))),
                          true))
              .toList());
    }
  }

  private static String searchText(Location its) {
    return Documents.searchable(
        String.join(
            " ",
            its.code(),
            its.name(),
            its.postcode(),
            its.postcode().replace(" ", ""),
            its.place(),
            its.municipality(),
            its.board()));
  }

  private static OwnedId id(String code) {
    return new OwnedId(Owner.OPERATOR, code);
  }

  private static Location location(org.bson.BsonDocument document) {
    return Documents.fromBson(document, Location.class);
  }
}
