package nl.samenopleiden.placement.capacity;

import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.web.Refusal;

/** What somebody wants a school to offer. */
record Offer(String school, Period period, Kind kind, int places) {

  /** As it was typed, every field text. */
  record Words(String school, String period, String kind, String places) {}

  /** Reads what was typed, or tells which field is wrong. */
  static Outcome<Offer> read(Words words) {
    String school = words.school().strip();
    if (school.isEmpty()) {
      return Outcome.refused(Refusal.invalid("school-needed", "school"));
    }
    var period = Period.parse(words.period());
    if (period.isEmpty()) {
      return Outcome.refused(Refusal.invalid("unknown-period", "period"));
    }
    var kind = Kind.parse(words.kind());
    if (kind.isEmpty()) {
      return Outcome.refused(Refusal.invalid("unknown-kind", "kind"));
    }
    String places = words.places().strip();
    if (!places.matches("\\d{1,3}")) {
      return Outcome.refused(Refusal.invalid("places-out-of-bounds", "places", Capacity.MOST));
    }
    return Outcome.done(new Offer(school, period.get(), kind.get(), Integer.parseInt(places)));
  }
}
