package nl.samenopleiden.professionalisation.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Theme;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would like to plan, before anybody has looked whether it can be.
 *
 * @param lastDay none means the day of the meeting itself
 */
record PlanDraft(
    @Nullable String theme,
    @Nullable String title,
    @Nullable List<Item> agenda,
    @Nullable String place,
    @Nullable String link,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable Integer seats,
    @Nullable LocalDate lastDay) {

  static final int FEWEST_SEATS = 2;

  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_PLACE = 160;
  private static final int LONGEST_ITEM = 160;
  private static final int MOST_ITEMS = 20;

  /** An item of the agenda as it was sent. */
  record Item(@Nullable LocalTime at, @Nullable String what) {}

  /** What is wrong with it, field by field; empty when it can be planned. */
  List<Refusal> check(Instant now) {
    return check(now, day(now));
  }

  /** The same for a meeting that was planned before: its last day may stay, though it is over. */
  List<Refusal> check(Instant now, Plan before) {
    LocalDate today = day(now);
    return check(now, before.lastDay().isBefore(today) ? before.lastDay() : today);
  }

  private List<Refusal> check(Instant now, LocalDate soonest) {
    List<Refusal> wrong = new ArrayList<>();
    if (theme == null || theme.isBlank()) {
      wrong.add(Refusal.invalid("field-needed", "theme"));
    } else if (Theme.of(theme).isEmpty()) {
      wrong.add(Refusal.invalid("unknown-theme", "theme"));
    }
    checkTitle(wrong);
    checkTimes(now, wrong);
    checkAgenda(wrong);
    checkPlace(wrong);
    if (seats == null) {
      wrong.add(Refusal.invalid("field-needed", "seats"));
    } else if (seats < FEWEST_SEATS || seats > Plan.MOST_SEATS) {
      wrong.add(Refusal.invalid("field-out-of-range", "seats", FEWEST_SEATS, Plan.MOST_SEATS));
    }
    checkLastDay(soonest, wrong);
    return wrong;
  }

  /** The plan; only to be asked for when nothing is wrong with the draft. */
  Plan plan() {
    Instant starts = Objects.requireNonNull(startsAt);
    return new Plan(
        Objects.requireNonNull(theme),
        Objects.requireNonNull(title).strip(),
        Objects.requireNonNull(agenda).stream()
            .map(
                each ->
                    new AgendaItem(
                        Objects.requireNonNull(each.at()),
                        Objects.requireNonNull(each.what()).strip()))
            .toList(),
        blank(place) ? null : Objects.requireNonNull(place).strip(),
        blank(link) ? null : Objects.requireNonNull(link).strip(),
        starts,
        Objects.requireNonNull(endsAt),
        Objects.requireNonNull(seats),
        lastDay == null ? day(starts) : lastDay);
  }

  private void checkTitle(List<Refusal> wrong) {
    if (title == null || title.isBlank()) {
      wrong.add(Refusal.invalid("field-needed", "title"));
    } else if (title.strip().length() > LONGEST_TITLE) {
      wrong.add(Refusal.invalid("field-too-long", "title", LONGEST_TITLE));
    }
  }

  private void checkTimes(Instant now, List<Refusal> wrong) {
    if (startsAt == null) {
      wrong.add(Refusal.invalid("field-needed", "startsAt"));
    } else if (!startsAt.isAfter(now)) {
      wrong.add(Refusal.invalid("meeting-in-the-past", "startsAt"));
    }
    if (endsAt == null) {
      wrong.add(Refusal.invalid("field-needed", "endsAt"));
    } else if (startsAt != null
        && (!endsAt.isAfter(startsAt) || !day(endsAt).equals(day(startsAt)))) {
      wrong.add(Refusal.invalid("meeting-ends-wrong", "endsAt"));
    }
  }

  private void checkAgenda(List<Refusal> wrong) {
    if (agenda == null || agenda.isEmpty()) {
      wrong.add(Refusal.invalid("field-needed", "agenda"));
      return;
    }
    if (agenda.size() > MOST_ITEMS) {
      wrong.add(Refusal.invalid("meeting-agenda-too-long", "agenda", MOST_ITEMS));
      return;
    }
    LocalTime before = LocalTime.MIN;
    for (Item each : agenda) {
      LocalTime at = each == null ? null : each.at();
      String what = each == null ? null : each.what();
      if (at == null || what == null || what.isBlank() || what.strip().length() > LONGEST_ITEM) {
        wrong.add(Refusal.invalid("meeting-agenda-item", "agenda", LONGEST_ITEM));
        return;
      }
      if (at.isBefore(before) || !isDuringTheMeeting(at)) {
        wrong.add(Refusal.invalid("meeting-agenda-time", "agenda", at.toString()));
        return;
      }
      before = at;
    }
  }

  private boolean isDuringTheMeeting(LocalTime at) {
    return startsAt == null
        || endsAt == null
        || !at.isBefore(LocalTime.ofInstant(startsAt, Moments.ZONE))
            && !at.isAfter(LocalTime.ofInstant(endsAt, Moments.ZONE));
  }

  private void checkPlace(List<Refusal> wrong) {
    if (blank(place) && blank(link)) {
      wrong.add(Refusal.invalid("meeting-place-or-link", "place"));
    } else if (place != null && place.strip().length() > LONGEST_PLACE) {
      wrong.add(Refusal.invalid("field-too-long", "place", LONGEST_PLACE));
    }
    if (link != null && !link.isBlank()) {
      if (link.strip().length() > Links.LONGEST) {
        wrong.add(Refusal.invalid("field-too-long", "link", Links.LONGEST));
      } else if (!Links.isSafe(link.strip())) {
        wrong.add(Refusal.invalid("meeting-link-not-https", "link"));
      }
    }
  }

  private void checkLastDay(LocalDate soonest, List<Refusal> wrong) {
    if (lastDay == null || startsAt == null) {
      return;
    }
    if (lastDay.isAfter(day(startsAt)) || lastDay.isBefore(soonest)) {
      wrong.add(Refusal.invalid("meeting-last-day", "lastDay"));
    }
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, Moments.ZONE);
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
