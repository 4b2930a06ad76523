package nl.samenopleiden.professionalisation.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/** What somebody would like to offer, before anybody has looked whether it can be. */
record OfferDraft(
    @Nullable String title,
    @Nullable String summary,
    @Nullable List<String> themes,
    @Nullable String place,
    @Nullable Instant startsAt,
    @Nullable Integer minutes,
    @Nullable Integer seats,
    @Nullable Instant registrationOpensAt) {

  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_SUMMARY = 2_000;
  private static final int LONGEST_PLACE = 160;
  private static final int FEWEST_MINUTES = 15;
  private static final int MOST_MINUTES = 720;

  /** What is wrong with it, field by field; empty when it can be offered. */
  List<Refusal> check(Instant now) {
    List<Refusal> wrong = new ArrayList<>();
    text("title", title, LONGEST_TITLE, wrong);
    text("summary", summary, LONGEST_SUMMARY, wrong);
    if (themes == null || themes.isEmpty()) {
      wrong.add(Refusal.invalid("field-needed", "themes"));
    } else if (!Theme.keys().containsAll(themes)) {
      wrong.add(Refusal.invalid("unknown-theme", "themes"));
    }
    text("place", place, LONGEST_PLACE, wrong);
    if (startsAt == null) {
      wrong.add(Refusal.invalid("field-needed", "startsAt"));
    } else if (!startsAt.isAfter(now)) {
      wrong.add(Refusal.invalid("course-in-the-past", "startsAt"));
    }
    number("minutes", minutes, FEWEST_MINUTES, MOST_MINUTES, wrong);
    number("seats", seats, 1, Offer.MOST_SEATS, wrong);
    if (registrationOpensAt != null
        && startsAt != null
        && !registrationOpensAt.isBefore(startsAt)) {
      wrong.add(Refusal.invalid("opens-after-start", "registrationOpensAt"));
    }
    return wrong;
  }

  /** The offer; only to be asked for when nothing is wrong with the draft. */
  Offer offer() {
    return new Offer(
        Objects.requireNonNull(title).strip(),
        Objects.requireNonNull(summary).strip(),
        Objects.requireNonNull(themes).stream().distinct().toList(),
        Objects.requireNonNull(place).strip(),
        Objects.requireNonNull(startsAt),
        Objects.requireNonNull(minutes),
        Objects.requireNonNull(seats),
        registrationOpensAt);
  }

  private static void text(String field, @Nullable String value, int longest, List<Refusal> wrong) {
    if (value == null || value.isBlank()) {
      wrong.add(Refusal.invalid("field-needed", field));
    } else if (value.strip().length() > longest) {
      wrong.add(Refusal.invalid("field-too-long", field, longest));
    }
  }

  private static void number(
      String field, @Nullable Integer value, int least, int most, List<Refusal> wrong) {
    if (value == null) {
      wrong.add(Refusal.invalid("field-needed", field));
    } else if (value < least || value > most) {
      wrong.add(Refusal.invalid("field-out-of-range", field, least, most));
    }
  }
}
