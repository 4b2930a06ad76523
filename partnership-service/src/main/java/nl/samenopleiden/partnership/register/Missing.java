package nl.samenopleiden.partnership.register;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import nl.samenopleiden.partnership.school.Locations.Location;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.BsonString;
import org.springframework.stereotype.Component;

/**
 * The locations that a national file did not hold, kept beside its import until an operator
 * decides.
 */
@Component
final class Missing {

  private static final Scope OPERATOR = Scope.of(Owner.OPERATOR);
  private static final int AT_ONCE = 500;

  private final TenantCollection missing;

  Missing(Collections collections) {
    missing = collections.named("school-import-missing");
    missing.index(false, "import", "code");
  }

  void keep(String id, List<Location> locations) {
    List<TenantCollection.Write> writes = new ArrayList<>();
    for (Location each : locations) {
      writes.add(
          new TenantCollection.Write.Replace(
              new OwnedId(Owner.OPERATOR, id + "~" + each.code()),
              null,
              Documents.toBson(each).append("import", new BsonString(id)),
              true));
      if (writes.size() == AT_ONCE) {
        missing.write(writes);
        writes.clear();
      }
    }
    if (!writes.isEmpty()) {
      missing.write(writes);
    }
  }

  Page<Location> page(String id, PageRequest page) {
    return missing
        .page(OPERATOR, Filters.eq("import", id), Sorts.ascending("code"), page)
        .map(each -> Documents.fromBson(each, Location.class));
  }

  List<Location> all(String id) {
    return missing.list(OPERATOR, Filters.eq("import", id), null, 100_000).stream()
        .map(each -> Documents.fromBson(each, Location.class))
        .toList();
  }
}
