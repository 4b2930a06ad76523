package nl.samenopleiden.professionalisation.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.OfferDraft.SessionDraft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfferDraftTest {

  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
  private static final Instant START = Instant.parse("2026-10-01T17:30:00Z");

  @Test
  void aGoodDraftIsPublished() {
    Course.Publication publication =
        Course.publish("id", draft(20, null), null, Circle.EVERYBODY, "by", NOW);
    assertThat(publication).isInstanceOf(Course.Publication.Accepted.class);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    OfferDraft empty = plain(" ", null, List.of(), "", null, null, null, null);
    assertThat(empty.check(NOW))
        .extracting(Refusal::field)
        .containsExactly("title", "summary", "themes", "place", "startsAt", "minutes", "seats");
  }

  @Test
  void seatsMinutesThemesAndTimesHaveBounds() {
    assertThat(wrong(draft(0, null))).containsExactly("field-out-of-range");
    assertThat(wrong(draft(5_001, null))).containsExactly("field-out-of-range");
    assertThat(wrong(draft(5_000, null))).isEmpty();
    assertThat(wrong(draft(1, START))).containsExactly("opens-after-start");
    OfferDraft past = plain("T", "S", List.of("video-coaching", "knitting"), "P", NOW, 5, 1, null);
    assertThat(wrong(past))
        .containsExactly("unknown-theme", "course-in-the-past", "field-out-of-range");
  }

  @Test
  void registrationIsOpenFromItsOpeningToTheStart() {
    Instant opens = START.minus(Duration.ofDays(10));
    Course course = new Course.Published(draft(1, opens).offer("by"));
    assertThat(reason(course, opens.minusSeconds(1))).isEqualTo("registration-not-open");
    assertThat(reason(course, opens)).isNull();
    assertThat(reason(course, START.minusSeconds(1))).isNull();
    assertThat(reason(course, START)).isEqualTo("course-has-begun");
    assertThat(reason(new Course.Cancelled(course.offer()), opens)).isEqualTo("course-cancelled");
  }

  @Test
  void sessionsSayWhenItStartsAndEndsAndHowLongItTakes() {
    OfferDraft draft = meeting(session(14, 120), session(0, 90));
    assertThat(wrong(draft)).isEmpty();
    Offer offer = draft.offer("by");
    assertThat(offer.startsAt()).isEqualTo(START);
    assertThat(offer.endsAt()).isEqualTo(START.plus(Duration.ofDays(14)).plusSeconds(7_200));
    assertThat(offer.minutes()).isEqualTo(210);
    assertThat(offer.withSeats(9).sessions()).isEqualTo(offer.sessions());
  }

  @Test
  void sessionsAreAtMostTwelveOfGoodLengthAndOneAfterTheOther() {
    SessionDraft[] many = new SessionDraft[13];
    for (int day = 0; day < many.length; day++) {
      many[day] = session(day, 60);
    }
    assertThat(wrong(meeting(many))).containsExactly("too-many");
    assertThat(wrong(meeting(session(0, 10)))).containsExactly("session-length");
    assertThat(wrong(meeting(session(0, -60)))).containsExactly("session-length");
    assertThat(wrong(meeting(session(0, 90), session(0, 60)))).containsExactly("sessions-overlap");
    assertThat(wrong(meeting(new SessionDraft(START, null)))).containsExactly("field-needed");
    assertThat(wrong(meeting(session(-40, 60)))).containsExactly("course-in-the-past");
  }

  @Test
  void itIsHeldAtAPlaceOrAtASafeLink() {
    SessionDraft session = session(0, 60);
    assertThat(wrong(online(null, null, "https://meet.example/abc", session))).isEmpty();
    assertThat(wrong(online(null, " ", null, session))).containsExactly("field-needed");
    for (String link :
        List.of("http://a.example", "javascript:alert(1)", "https:", "https://u@a/")) {
      assertThat(wrong(online(null, "P", link, session))).as(link).containsExactly("not-a-link");
    }
  }

  @Test
  void itIsForRolesThatTakeCourses() {
    assertThat(wrong(online(List.of("teacher", "mentor"), "P", null, session(0, 60)))).isEmpty();
    assertThat(wrong(online(List.of("operator"), "P", null, session(0, 60))))
        .containsExactly("unknown-role");
  }

  @Test
  void registrationClosesBetweenOpeningAndStart() {
    Instant opens = START.minus(Duration.ofDays(10));
    Instant closes = START.minus(Duration.ofDays(5));
    assertThat(wrong(closing(opens, closes))).isEmpty();
    assertThat(wrong(closing(closes, opens))).containsExactly("closes-before-opening");
    assertThat(wrong(closing(null, NOW))).containsExactly("closes-before-opening");
    assertThat(wrong(closing(opens, START.plusSeconds(1)))).containsExactly("closes-after-start");
    Course course = new Course.Published(closing(opens, closes).offer("by"));
    assertThat(reason(course, closes.minusSeconds(1))).isNull();
    assertThat(reason(course, closes)).isEqualTo("registration-closed");
  }

  @Test
  void atMostFiveShortQuestionsAreAsked() {
    assertThat(wrong(asking("Welke groep?", "Waarom?"))).isEmpty();
    assertThat(wrong(asking("1", "2", "3", "4", "5", "6"))).containsExactly("too-many");
    assertThat(wrong(asking(" "))).containsExactly("field-needed");
    assertThat(wrong(asking("?".repeat(161)))).containsExactly("field-too-long");
    Asking asking = asking("Welke groep?").offer("by").asking();
    assertThat(asking.reads("by")).isTrue();
    assertThat(asking.reads("somebody else")).isFalse();
  }

  @Test
  void seatsOnlyGoUp() {
    Course.Published course = new Course.Published(draft(10, null).offer("by"));
    assertThat(course.changeSeats("id", 9, NOW)).isInstanceOf(Decision.Refused.class);
    assertThat(course.changeSeats("id", 10, NOW)).isInstanceOf(Decision.Unchanged.class);
    assertThat(course.changeSeats("id", 11, NOW)).isInstanceOf(Decision.Accepted.class);
    assertThat(course.changeSeats("id", 5_001, NOW)).isInstanceOf(Decision.Refused.class);
    assertThat(course.changeSeats("id", null, NOW)).isInstanceOf(Decision.Refused.class);
    assertThat(course.changeSeats("id", 11, START)).isInstanceOf(Decision.Refused.class);
  }

  private static OfferDraft draft(int seats, @Nullable Instant opens) {
    return plain("T", "S", List.of("video-coaching"), "P", START, 90, seats, opens);
  }

  /** A draft that says nothing of what can be left out. */
  private static OfferDraft plain(
      @Nullable String title,
      @Nullable String summary,
      List<String> themes,
      String place,
      @Nullable Instant startsAt,
      @Nullable Integer minutes,
      @Nullable Integer seats,
      @Nullable Instant opens) {
    return new OfferDraft(
        title, summary, themes, place, startsAt, minutes, seats, opens, null, null, null, null,
        null, null, null, null, null, null, null);
  }

  private static OfferDraft closing(@Nullable Instant opens, Instant closes) {
    return new OfferDraft(
        "T",
        "S",
        List.of("video-coaching"),
        "P",
        START,
        90,
        5,
        opens,
        null,
        null,
        null,
        null,
        null,
        closes,
        null,
        null,
        null,
        null,
        null);
  }

  private static OfferDraft asking(String... questions) {
    return new OfferDraft(
        "T",
        "S",
        List.of("video-coaching"),
        "P",
        START,
        90,
        5,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Stream.of(questions).map(each -> new OfferDraft.QuestionDraft(each, true)).toList(),
        true,
        null,
        null,
        null);
  }

  private static OfferDraft meeting(SessionDraft... sessions) {
    return online(null, "P", null, sessions);
  }

  private static OfferDraft online(
      @Nullable List<String> audience,
      @Nullable String place,
      @Nullable String link,
      SessionDraft... sessions) {
    return needing(null, audience, place, link, sessions);
  }

  private static OfferDraft needing(
      @Nullable Integer needed,
      @Nullable List<String> audience,
      @Nullable String place,
      @Nullable String link,
      SessionDraft... sessions) {
    return new OfferDraft(
        "T",
        "S",
        List.of("video-coaching"),
        place,
        null,
        null,
        5,
        null,
        link,
        List.of(sessions),
        null,
        null,
        audience,
        null,
        null,
        null,
        null,
        needed,
        null);
  }

  @Test
  void aCertificateTakesThreeQuartersOfTheSessionsUnlessTheCourseSaysOtherwise() {
    int[] usual = {1, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9, 9};
    for (int many = 1; many <= usual.length; many++) {
      SessionDraft[] sessions =
          IntStream.range(0, many).mapToObj(day -> session(day, 60)).toArray(SessionDraft[]::new);
      assertThat(meeting(sessions).offer("somebody").sessionsNeeded())
          .as("of %s", many)
          .isEqualTo(usual[many - 1]);
    }
    SessionDraft[] two = {session(0, 60), session(1, 60)};
    assertThat(needing(1, null, "P", null, two).offer("somebody").sessionsNeeded()).isEqualTo(1);
    assertThat(wrong(needing(2, null, "P", null, two))).isEmpty();
    for (int none : new int[] {-1, 0, 3}) {
      assertThat(wrong(needing(none, null, "P", null, two))).containsExactly("field-out-of-range");
    }
  }

  private static SessionDraft session(int day, int minutes) {
    Instant start = START.plus(Duration.ofDays(day));
    return new SessionDraft(start, start.plus(Duration.ofMinutes(minutes)));
  }

  private static List<String> wrong(OfferDraft draft) {
    return draft.check(NOW).stream().map(Refusal::type).toList();
  }

  private static @Nullable String reason(Course course, Instant now) {
    return course.closedAt(now).map(Refusal::type).orElse(null);
  }
}
