package nl.samenopleiden.partnership.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.partnership.school.Locations;
import nl.samenopleiden.partnership.school.Locations.Location;
import nl.samenopleiden.partnership.school.Schools;
import nl.samenopleiden.platform.importing.Import;
import nl.samenopleiden.platform.importing.Imports;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Closing the schools that a national file did not hold, when an operator says so. */
@Component
final class Closing {

  private static final int AT_ONCE = 250;

  private final Imports<RegisterRow> imports;
  private final Missing missing;
  private final Locations locations;
  private final Schools schools;
  private final Counting counting;

  Closing(
      Imports<RegisterRow> imports,
      Missing missing,
      Locations locations,
      Schools schools,
      Counting counting) {
    this.imports = imports;
    this.missing = missing;
    this.locations = locations;
    this.schools = schools;
    this.counting = counting;
  }

  /** Why the missing schools of this import may not be closed; null when they may. */
  static @Nullable Refusal refusal(Import its) {
    Integer count = its.number("missing");
    Integer unreadable = its.number("unreadable");
    if (its.state() != Import.State.DONE || count == null) {
      return Refusal.conflict("nothing-to-close");
    }
    return unreadable != null && unreadable > 0
        ? Refusal.conflict("closing-with-unreadable-rows", unreadable)
        : null;
  }

  /** Why the missing schools of this import may not be closed; null when they may. */
  @Nullable Refusal refusal(String id) {
    return imports.find(Scope.of(Owner.OPERATOR), id).map(Closing::refusal).orElse(null);
  }

  /** Closes them; those that came back or went to another board meanwhile stay open. */
  Outcome<Import> close(String by, String id) {
    Import its = imports.find(Scope.of(Owner.OPERATOR), id).orElse(null);
    if (its == null) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    Refusal refusal = refusal(its);
    if (refusal != null) {
      return Outcome.refused(refusal);
    }
    List<Location> all = missing.all(id);
    Integer before = its.number("closed");
    int closed = before == null ? 0 : before;
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      closed += closeSome(by, all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    counting.count(by, locations.open());
    return imports
        .note(new OwnedId(Owner.OPERATOR, id), "closed", closed)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.NOT_FOUND));
  }

  private int closeSome(String by, List<Location> some) {
    Map<String, Location> now = locations.find(some.stream().map(Location::code).toList());
    List<Location> still = new ArrayList<>();
    for (Location each : some) {
      Location found = now.get(each.code());
      if (found != null && found.open() && found.board().equals(each.board())) {
        still.add(found);
      }
    }
    schools.close(by, still.stream().map(Location::school).toList());
    locations.keep(still.stream().map(Location::closed).toList());
    return still.size();
  }
}
