package nl.samenopleiden.events.evening;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/** An evening as somebody filled it in: anything may be missing or wrong. */
record Draft(
    @Nullable String title,
    @Nullable String summary,
    List<String> themes,
    @Nullable String place,
    @Nullable Instant startsAt,
    @Nullable Integer minutes,
    @Nullable Integer capacity,
    Audience audience) {

  static final int LONGEST_TITLE = 120;
  static final int LONGEST_SUMMARY = 2_000;
  static final int LONGEST_PLACE = 300;
  static final int SHORTEST = 15;
  static final int LONGEST = 720;
  static final int MOST_PEOPLE = 2_000;

  /** Everything that is wrong with what the evening is, when and where; empty when all is well. */
  List<Refusal> faults(Instant now) {
    List<Refusal> faults = new ArrayList<>();
    text(faults, "title", title, LONGEST_TITLE);
    text(faults, "summary", summary, LONGEST_SUMMARY);
    if (!Themes.ALL.containsAll(themes)) {
      faults.add(Refusal.invalid("theme-unknown", "themes"));
    }
    text(faults, "place", place, LONGEST_PLACE);
    if (place != null && place.strip().startsWith("http") && address(place.strip()).isEmpty()) {
      faults.add(Refusal.invalid("address-unreadable", "place"));
    }
    if (startsAt == null) {
      faults.add(Refusal.invalid("field-missing", "startsAt"));
    } else if (!startsAt.isAfter(now)) {
      faults.add(Refusal.invalid("start-in-the-past", "startsAt"));
    }
    number(faults, "minutes", minutes, SHORTEST, LONGEST);
    number(faults, "capacity", capacity, 1, MOST_PEOPLE);
    return faults;
  }

  /** What the evening is, once nothing is wrong with it. */
  Details details() {
    if (title == null
        || summary == null
        || place == null
        || startsAt == null
        || minutes == null
        || capacity == null) {
      throw new IllegalStateException("a draft with faults has no details");
    }
    return new Details(
        title.strip(),
        summary.strip(),
        themes.stream().sorted().distinct().toList(),
        place.strip(),
        startsAt,
        minutes,
        capacity);
  }

  private static Optional<URI> address(String text) {
    try {
      URI address = URI.create(text);
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static void text(List<Refusal> faults, String field, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      faults.add(Refusal.invalid("field-missing", field));
    } else if (text.strip().length() > longest) {
      faults.add(Refusal.invalid("text-too-long", field, longest));
    }
  }

  private static void number(
      List<Refusal> faults, String field, @Nullable Integer number, int least, int most) {
    if (number == null) {
      faults.add(Refusal.invalid("field-missing", field));
    } else if (number < least || number > most) {
      faults.add(Refusal.invalid("number-out-of-bounds", field, least, most));
    }
  }
}
