package nl.samenopleiden.professionalisation.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.AllotmentDraft.ShareDraft;
import nl.samenopleiden.professionalisation.course.AllotmentDraft.Window;
import nl.samenopleiden.professionalisation.course.Shares.Share;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AllotmentDraftTest {

  private static final Instant OPENS = Instant.parse("2026-12-01T08:00:00Z");
  private static final Instant NOON = OPENS.plus(Duration.ofHours(4));
  private static final Instant CLOSES = OPENS.plus(Duration.ofDays(7));

  @Test
  void aDrawAndSharesThatFitAreAllotted() {
    AllotmentDraft draft = new AllotmentDraft(NOON, List.of(new ShareDraft(" 41 ", 3)), CLOSES, 24);
    assertThat(wrong(draft)).isEmpty();
    Allotment allotment = draft.allotment();
    assertThat(allotment.draw()).isNotNull();
    assertThat(allotment.shares()).isEqualTo(new Shares(List.of(new Share("41", 3)), CLOSES));
  }

  @Test
  void nothingAskedMeansThatWhoComesFirstIsFirst() {
    AllotmentDraft draft = new AllotmentDraft(null, null, null, null);
    assertThat(wrong(draft)).isEmpty();
    assertThat(draft.allotment()).isEqualTo(Allotment.FIRST_COME);
  }

  @Test
  void aDrawIsWithinTheRegistration() {
    assertThat(wrong(draw(OPENS))).containsExactly("draw-outside-registration drawsAt");
    assertThat(wrong(draw(CLOSES))).isEmpty();
    assertThat(wrong(draw(CLOSES.plusSeconds(1))))
        .containsExactly("draw-outside-registration drawsAt");
  }

  @Test
  void whatIsKeptFitsTheSeats() {
    assertThat(wrong(shares(CLOSES, new ShareDraft("41", 6), new ShareDraft("42", 4)))).isEmpty();
    assertThat(wrong(shares(CLOSES, new ShareDraft("41", 6), new ShareDraft("42", 5))))
        .containsExactly("shares-too-many shares");
    assertThat(wrong(shares(CLOSES, new ShareDraft("41", 1), new ShareDraft("41", 2))))
        .containsExactly("share-twice shares");
    assertThat(wrong(shares(CLOSES, new ShareDraft("41", null))))
        .containsExactly("field-needed shares");
  }

  @Test
  void whatIsKeptFlowsBackOnceWithinTheRegistrationAndAfterTheDraw() {
    assertThat(wrong(shares(null, new ShareDraft("41", 1))))
        .containsExactly("field-needed sharesUntil");
    assertThat(wrong(shares(OPENS, new ShareDraft("41", 1))))
        .containsExactly("shares-outside-registration sharesUntil");
    assertThat(wrong(new AllotmentDraft(NOON, List.of(new ShareDraft("41", 1)), NOON, null)))
        .containsExactly("shares-outside-registration sharesUntil");
  }

  @Test
  void aSeedIsNeverTwiceTheSameAndIsNotSaidAloud() {
    Draw one = Draw.on(NOON);
    assertThat(one.seed()).hasSize(64).isNotEqualTo(Draw.on(NOON).seed());
    assertThat(one.toString()).doesNotContain(one.seed());
  }

  @Test
  void theKeyIsWhatTheCommandOnThePageGives() {
    // printf '%s:%s' 00ff 12 | sha256sum
    assertThat(new Draw(NOON, "00ff").key(12))
        .isEqualTo("154e7426b5e36ee968695a25058b37dc691f211ea35e9ce148f0c2250ca11017");
  }

  private static AllotmentDraft draw(Instant at) {
    return new AllotmentDraft(at, null, null, null);
  }

  private static AllotmentDraft shares(@Nullable Instant until, ShareDraft... shares) {
    return new AllotmentDraft(null, List.of(shares), until, null);
  }

  private static List<String> wrong(AllotmentDraft draft) {
    List<Refusal> wrong = new ArrayList<>();
    draft.check(new Window(OPENS, CLOSES), 10, wrong);
    return wrong.stream().map(each -> each.type() + " " + each.field()).toList();
  }
}
