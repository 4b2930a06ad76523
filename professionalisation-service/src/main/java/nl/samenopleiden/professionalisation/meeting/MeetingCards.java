package nl.samenopleiden.professionalisation.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Meetings as pages show them, in the reader's language. */
@Component
final class MeetingCards {

  /** An item of the agenda, with its time in words. */
  record Item(String at, String what) {}

  /**
   * What a page shows of one meeting.
   *
   * @param when from when to when in words
   * @param link where it is online, for who may know it
   * @param open whether one can join now
   * @param inside whether the reader takes part or plans
   */
  record Card(
      String id,
      String theme,
      String title,
      List<Item> agenda,
      @Nullable String place,
      @Nullable String link,
      boolean online,
      String when,
      String startsAt,
      int seats,
      int taken,
      int free,
      String lastDay,
      boolean open,
      boolean begun,
      boolean over,
      boolean cancelled,
      boolean joined,
      boolean inside,
      String pabo) {}

  private final MeetingWords words;
  private final Organisations organisations;
  private final Clock clock;

  MeetingCards(MeetingWords words, Organisations organisations, Clock clock) {
    this.words = words;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** Whether the caller plans the meetings of this meeting's pabo. */
  static boolean manages(Access access, Stored<Meeting> meeting) {
    return plans(access) && meeting.id().owner().equals(access.home());
  }

  /** Whether the caller plans meetings at all. */
  static boolean plans(Access access) {
    return access.home().isPabo() && access.caller().is(Role.LECTURER, Role.PROGRAMME_MANAGER);
  }

  Card card(Access access, Stored<Meeting> stored) {
    Locale language = LocaleContextHolder.getLocale();
    Instant now = clock.instant();
    Meeting meeting = stored.state();
    Plan plan = meeting.plan();
    boolean joined = meeting.participant(access.caller().person()).isPresent();
    boolean inside = joined || manages(access, stored);
    return new Card(
        stored.id().value(),
        plan.theme(),
        plan.title(),
        plan.agenda().stream()
            .map(each -> new Item(MeetingWords.time(each.at(), language), each.what()))
            .toList(),
        plan.place(),
        inside ? plan.link() : null,
        plan.link() != null,
        words.period(plan, language),
        plan.startsAt().toString(),
        plan.seats(),
        meeting.participants().size(),
        meeting.free(),
        Moments.dayInWords(plan.lastDay().atStartOfDay(Moments.ZONE).toInstant(), language),
        meeting.closedAt(now).isEmpty(),
        meeting.hasBegun(now),
        meeting.isOver(now),
        meeting.isCancelled(),
        joined,
        inside,
        organisations.name(stored.id().owner()));
  }
}
