package nl.samenopleiden.professionalisation.course;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new course, as it was typed. Its {@code id} was made with the empty form, so that
 * sending it twice is one course.
 */
record CourseForm(
    String id,
    String title,
    String summary,
    List<String> themes,
    String place,
    String startsAt,
    String minutes,
    String seats,
    String registrationOpensAt) {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  CourseForm(
      @Nullable String id,
      @Nullable String title,
      @Nullable String summary,
      @Nullable List<String> themes,
      @Nullable String place,
      @Nullable String startsAt,
      @Nullable String minutes,
      @Nullable String seats,
      @Nullable String registrationOpensAt) {
    this.id = id != null && ID.matcher(id).matches() ? id : UUID.randomUUID().toString();
    this.title = text(title);
    this.summary = text(summary);
    this.themes = themes == null ? List.of() : List.copyOf(themes);
    this.place = text(place);
    this.startsAt = text(startsAt);
    this.minutes = text(minutes);
    this.seats = text(seats);
    this.registrationOpensAt = text(registrationOpensAt);
  }

  static CourseForm empty() {
    return new CourseForm(null, null, null, null, null, null, "120", "20", null);
  }

  /** The fields that hold something, but nothing that can be read. */
  List<Refusal> unreadable() {
    List<Refusal> wrong = new ArrayList<>();
    if (!startsAt.isEmpty() && Moments.fromField(startsAt).isEmpty()) {
      wrong.add(Refusal.invalid("unreadable-time", "startsAt"));
    }
    if (!minutes.isEmpty() && number(minutes) == null) {
      wrong.add(Refusal.invalid("unreadable-number", "minutes"));
    }
    if (!seats.isEmpty() && number(seats) == null) {
      wrong.add(Refusal.invalid("unreadable-number", "seats"));
    }
    if (!registrationOpensAt.isEmpty() && Moments.fromField(registrationOpensAt).isEmpty()) {
      wrong.add(Refusal.invalid("unreadable-time", "registrationOpensAt"));
    }
    return wrong;
  }

  OfferDraft draft() {
    return new OfferDraft(
        title,
        summary,
        themes,
        place,
        Moments.fromField(startsAt).orElse(null),
        number(minutes),
        number(seats),
        Moments.fromField(registrationOpensAt).orElse(null));
  }

  static @Nullable Integer number(String text) {
    try {
      return Integer.valueOf(text.strip());
    } catch (NumberFormatException nonsense) {
      return null;
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
