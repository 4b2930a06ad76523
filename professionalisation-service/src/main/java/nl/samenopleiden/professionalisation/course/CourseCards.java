package nl.samenopleiden.professionalisation.course;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Courses as pages show them, in the reader's language. */
@Component
final class CourseCards {

  /**
   * What a page shows of one course.
   *
   * @param when its start in words
   * @param opens when registration opens in words, as long as it has not
   * @param open whether one can register now
   * @param mine the reader's own place, if there is one
   * @param link where it is held online, for who takes part and for who gives it
   * @param audience whom it is for, in words
   * @param everyone whether it is for all who register for courses
   * @param edition which time it is given; none for the first
   * @param asks whether it asks anything of those who register
   * @param draws when seats are drawn in words, as long as that is to come
   * @param hasDraw whether seats are drawn, or have been
   * @param entered how many take part in the draw that is to come
   * @param shares what is kept for boards, as long as it is
   * @param sharesUntil until when, in words
   * @param hoursToAccept how long somebody who waits may take to accept a seat that comes free
   * @param offered how many of the seats that are taken have been offered and not yet accepted
   * @param closes when registration closes in words, as long as one can register
   * @param needed what it takes to get a certificate, in words
   */
  record Card(
      String id,
      String title,
      String summary,
      List<String> themes,
      String place,
      String when,
      String startsAt,
      String length,
      int seats,
      int seated,
      int free,
      int waiting,
      @Nullable String opens,
      boolean open,
      boolean begun,
      boolean cancelled,
      String pabo,
      String whyFree,
      Places.@Nullable Mine mine,
      List<SessionLine> sessions,
      @Nullable String link,
      List<String> trainers,
      String language,
      String audience,
      boolean everyone,
      @Nullable Integer edition,
      @Nullable String closes,
      boolean asks,
      @Nullable String draws,
      boolean hasDraw,
      int entered,
      List<ShareLine> shares,
      String sharesUntil,
      String needed,
      int hoursToAccept,
      int offered) {}

  /** What is kept for one board. */
  record ShareLine(String board, int seats) {}

  /** One of its sessions, in words. */
  record SessionLine(String startsAt, String when) {}

  private final CourseWords words;
  private final Organisations organisations;
  private final Clock clock;

  CourseCards(CourseWords words, Organisations organisations, Clock clock) {
    this.words = words;
    this.organisations = organisations;
    this.clock = clock;
  }

  Card card(Access access, Stored<Course> stored, Places.Taken taken, Places.@Nullable Mine mine) {
    Locale language = LocaleContextHolder.getLocale();
    Instant now = clock.instant();
    Course course = stored.state();
    Offer offer = course.offer();
    Instant opens = offer.registrationOpensAt();
    Instant closes = offer.registrationClosesAt();
    return new Card(
        stored.id().value(),
        offer.title(),
        offer.summary(),
        offer.themes(),
        words.where(offer, language),
        Moments.inWords(offer.startsAt(), language),
        offer.startsAt().toString(),
        words.length(offer.minutes(), language),
        offer.seats(),
        taken.seated(),
        taken.free(offer, access.home(), now),
        taken.waiting(),
        opens == null || !now.isBefore(opens) ? null : Moments.inWords(opens, language),
        course.closedAt(now).isEmpty(),
        course.hasBegun(now),
        course.isCancelled(),
        organisations.name(stored.id().owner()),
        words.whyFree(access, stored.id().owner()),
        mine,
        offer.sessions().stream()
            .map(each -> new SessionLine(each.startsAt().toString(), words.when(each, language)))
            .toList(),
        seesLink(access, stored, mine) ? offer.link() : null,
        offer.trainers(),
        offer.language(),
        words.audienceInShort(offer.forWhom(), language),
        offer.forWhom().everyone(),
        offer.edition() == null ? null : Integer.valueOf(offer.edition().number()),
        closes == null || course.closedAt(now).isPresent()
            ? null
            : Moments.inWords(closes, language),
        offer.asking().anything(),
        offer
            .allotment()
            .drawAfter(now)
            .map(draw -> Moments.inWords(draw.at(), language))
            .orElse(null),
        offer.allotment().draw() != null,
        taken.entered(),
        shares(offer.allotment().shares(), now),
        Moments.inWords(offer.allotment().shares().until(), language),
        words.needed(offer, language),
        offer.allotment().hoursToAccept(),
        taken.offered());
  }

  private List<ShareLine> shares(Shares shares, Instant now) {
    return shares.hold(now)
        ? shares.kept().stream()
            .map(each -> new ShareLine(organisations.name(Owner.board(each.board())), each.seats()))
            .toList()
        : List.of();
  }

  /** Whether the caller may know where a course is held online. */
  static boolean seesLink(Access access, Stored<Course> course, Places.@Nullable Mine mine) {
    return (mine != null && mine.seat())
        || (course.id().owner().equals(access.home())
            && access.caller().is(Role.LECTURER, Role.PROGRAMME_MANAGER));
  }
}
