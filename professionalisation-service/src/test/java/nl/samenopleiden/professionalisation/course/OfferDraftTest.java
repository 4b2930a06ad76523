package nl.samenopleiden.professionalisation.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfferDraftTest {

  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
  private static final Instant START = Instant.parse("2026-10-01T17:30:00Z");

  @Test
  void aGoodDraftIsPublished() {
    Course.Publication publication = Course.publish("id", draft(20, null), NOW);
    assertThat(publication).isInstanceOf(Course.Publication.Accepted.class);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    OfferDraft empty = new OfferDraft(" ", null, List.of(), "", null, null, null, null);
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
    OfferDraft past =
        new OfferDraft("T", "S", List.of("video-coaching", "knitting"), "P", NOW, 5, 1, null);
    assertThat(wrong(past))
        .containsExactly("unknown-theme", "course-in-the-past", "field-out-of-range");
  }

  @Test
  void registrationIsOpenFromItsOpeningToTheStart() {
    Instant opens = START.minus(Duration.ofDays(10));
    Course course = new Course.Published(draft(1, opens).offer());
    assertThat(reason(course, opens.minusSeconds(1))).isEqualTo("registration-not-open");
    assertThat(reason(course, opens)).isNull();
    assertThat(reason(course, START.minusSeconds(1))).isNull();
    assertThat(reason(course, START)).isEqualTo("course-has-begun");
    assertThat(reason(new Course.Cancelled(course.offer()), opens)).isEqualTo("course-cancelled");
  }

  @Test
  void seatsOnlyGoUp() {
    Course.Published course = new Course.Published(draft(10, null).offer());
    assertThat(course.changeSeats("id", 9, NOW)).isInstanceOf(Decision.Refused.class);
    assertThat(course.changeSeats("id", 10, NOW)).isInstanceOf(Decision.Unchanged.class);
    assertThat(course.changeSeats("id", 11, NOW)).isInstanceOf(Decision.Accepted.class);
    assertThat(course.changeSeats("id", 5_001, NOW)).isInstanceOf(Decision.Refused.class);
    assertThat(course.changeSeats("id", null, NOW)).isInstanceOf(Decision.Refused.class);
    assertThat(course.changeSeats("id", 11, START)).isInstanceOf(Decision.Refused.class);
  }

  private static OfferDraft draft(int seats, @Nullable Instant opens) {
    return new OfferDraft("T", "S", List.of("video-coaching"), "P", START, 90, seats, opens);
  }

  private static List<String> wrong(OfferDraft draft) {
    return draft.check(NOW).stream().map(Refusal::type).toList();
  }

  private static @Nullable String reason(Course course, Instant now) {
    return course.closedAt(now).map(Refusal::type).orElse(null);
  }
}
