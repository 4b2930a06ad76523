package nl.samenopleiden.professionalisation.meeting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.web.FormFields;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.FormId;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new meeting, as it was typed. Its {@code id} was made with the empty form, so that
 * sending it twice is one meeting.
 *
 * @param agenda one item a line: a time, a space, and what happens then
 */
record PlanForm(
    String id,
    String theme,
    String title,
    String agenda,
    String place,
    String link,
    String startsAt,
    String endsAt,
    String seats,
    String lastDay) {

  private static final Pattern LINE = Pattern.compile("(\\d{1,2})[:.](\\d{2})\\s+(\\S.*)");

  PlanForm(
      @Nullable String id,
      @Nullable String theme,
      @Nullable String title,
      @Nullable String agenda,
      @Nullable String place,
      @Nullable String link,
      @Nullable String startsAt,
      @Nullable String endsAt,
      @Nullable String seats,
      @Nullable String lastDay) {
    this.id = FormId.sent(id);
    this.theme = FormFields.text(theme);
    this.title = FormFields.text(title);
    this.agenda = FormFields.text(agenda);
    this.place = FormFields.text(place);
    this.link = FormFields.text(link);
    this.startsAt = FormFields.text(startsAt);
    this.endsAt = FormFields.text(endsAt);
    this.seats = FormFields.text(seats);
    this.lastDay = FormFields.text(lastDay);
  }

  static PlanForm empty() {
    return new PlanForm(null, null, null, null, null, null, null, null, "60", null);
  }

  /** The form with what was planned before. */
  static PlanForm of(String id, Plan plan) {
    return new PlanForm(
        id,
        plan.theme(),
        plan.title(),
        plan.agenda().stream()
            .map(each -> each.at() + " " + each.what())
            .collect(Collectors.joining("\n")),
        plan.place(),
        plan.link(),
        Moments.forField(plan.startsAt()),
        Moments.forField(plan.endsAt()),
        String.valueOf(plan.seats()),
        plan.lastDay().toString());
  }

  /** The fields that hold something, but nothing that can be read. */
  List<Refusal> unreadable() {
    List<Refusal> wrong = new ArrayList<>();
    FormFields.time("startsAt", startsAt, wrong);
    FormFields.time("endsAt", endsAt, wrong);
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      if (item(lines.get(i)) == null) {
        wrong.add(Refusal.invalid("meeting-agenda-line", "agenda", i + 1));
        break;
      }
    }
    FormFields.number("seats", seats, wrong);
    if (!lastDay.isEmpty() && day(lastDay) == null) {
      wrong.add(Refusal.invalid("meeting-unreadable-day", "lastDay"));
    }
    return wrong;
  }

  PlanDraft draft() {
    List<PlanDraft.Item> items = new ArrayList<>();
    for (String line : lines()) {
      PlanDraft.Item item = item(line);
      if (item != null) {
        items.add(item);
      }
    }
    return new PlanDraft(
        theme,
        title,
        items,
        place,
        link,
        Moments.fromField(startsAt).orElse(null),
        Moments.fromField(endsAt).orElse(null),
        FormFields.number(seats),
        day(lastDay));
  }

  /** A number as it was typed or named; the other one when it is none. */
  static int numberOr(String text, int otherwise) {
    Integer number = FormFields.number(text);
    return number == null ? otherwise : number;
  }

  private List<String> lines() {
    return agenda.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static PlanDraft.@Nullable Item item(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return null;
    }
    int hour = numberOr(String.valueOf(parts.group(1)), 24);
    int minute = numberOr(String.valueOf(parts.group(2)), 60);
    return hour > 23 || minute > 59
        ? null
        : new PlanDraft.Item(LocalTime.of(hour, minute), String.valueOf(parts.group(3)));
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException nonsense) {
      return null;
    }
  }
}
