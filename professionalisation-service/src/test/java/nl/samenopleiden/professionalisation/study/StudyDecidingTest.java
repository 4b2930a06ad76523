package nl.samenopleiden.professionalisation.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Audience;
import nl.samenopleiden.professionalisation.course.Circle;
import nl.samenopleiden.professionalisation.study.Content.Step;
import nl.samenopleiden.professionalisation.study.ModuleDraft.StepDraft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StudyDecidingTest {

  private static final Instant NOW = Instant.parse("2026-11-25T18:30:00Z");
  private static final OwnedId ID = new OwnedId(Owner.pabo("rijnmond"), "module");
  private static final Content CONTENT =
      new Content(
          "Kijken",
          "L",
          List.of("video-coaching"),
          "nl",
          List.of(new Step("Een", null, 20), new Step("Twee", "https://x.example/2", 25)),
          new Audience(List.of(), Circle.EVERYBODY));
  private static final StudyModule MODULE = new StudyModule.Offered(CONTENT);
  private static final Study.Learner AN = new Study.Learner("an", "00AA00");

  @Test
  void whoStartsHasDoneNothingYetAndStartingAgainChangesNothing() {
    Study started = accepted(start(Optional.empty(), MODULE, Optional.empty()));
    assertThat(started).isEqualTo(new Study.Begun("an", "00AA00", ID.toString(), Set.of(), NOW));
    Study.Begun begun = begun(1, 2);
    assertThat(start(Optional.of(begun), MODULE, Optional.empty()))
        .isInstanceOf(Decision.Unchanged.class);
    assertThat(accepted(start(Optional.of(new Study.Stopped("m")), MODULE, Optional.empty())))
        .isEqualTo(started);
  }

  @Test
  void nobodyStartsWhatIsWithdrawnOrForOthersButWhoHadGoesOn() {
    StudyModule withdrawn = new StudyModule.Withdrawn(CONTENT);
    assertThat(refused(start(Optional.empty(), withdrawn, Optional.empty())))
        .isEqualTo("study-module-withdrawn");
    Refusal others = Refusal.conflict("others");
    assertThat(refused(start(Optional.empty(), MODULE, Optional.of(others)))).isEqualTo("others");
    assertThat(start(Optional.of(begun(1)), withdrawn, Optional.of(others)))
        .isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void onlyStepsThatThereAreCanBeDone() {
    assertThat(accepted(begun().tick(CONTENT, List.of(2), NOW))).isEqualTo(begun(2));
    assertThat(begun(1, 2).tick(CONTENT, List.of(2, 1), NOW))
        .isInstanceOf(Decision.Unchanged.class);
    assertThat(refused(begun().tick(CONTENT, List.of(3), NOW))).isEqualTo("unknown-step");
    assertThat(refused(begun().tick(CONTENT, List.of(0), NOW))).isEqualTo("unknown-step");
  }

  @Test
  void finishingNeedsAllStepsAndKeepsNothingButTheHours() {
    assertThat(refused(begun(2).finish(CONTENT, NOW))).isEqualTo("study-steps-left");
    Decision<Study> finished = begun(1, 2).finish(CONTENT, NOW);
    assertThat(accepted(finished))
        .isEqualTo(new Study.Finished("an", ID.toString(), "Kijken", 45, NOW));
    assertThat(finished.toString()).contains("StudyFinished", "school=00AA00");
    assertThat(((Decision.Accepted<Study>) finished).facts().toString()).doesNotContain("an,");
  }

  @Test
  void everythingThatIsWrongWithADraftIsSaidAtOnce() {
    assertThat(draft("", null, null).check())
        .extracting(Refusal::field)
        .containsExactly("title", "learns", "themes", "link", "minutes");
    ModuleDraft steps =
        draft(
            "T",
            null,
            List.of(new StepDraft("", "http://x.example", 0), new StepDraft("a", null, 9)));
    assertThat(steps.check())
        .extracting(Refusal::type)
        .containsExactly(
            "field-needed", "field-needed", "field-needed", "not-a-link", "minutes-out-of-range");
    ModuleDraft both =
        new ModuleDraft(
            "T",
            "L",
            List.of("video-coaching"),
            null,
            "https://x.example",
            null,
            List.of(new StepDraft("a", null, 9)),
            null,
            null);
    assertThat(both.check()).extracting(Refusal::type).containsExactly("link-or-steps");
  }

  @Test
  void aLinkAloneIsOneStep() {
    ModuleDraft link =
        new ModuleDraft(
            "T", "L", List.of("video-coaching"), null, " https://x.example ", 90, null, null, null);
    assertThat(link.check()).isEmpty();
    Content content = link.content(Circle.EVERYBODY);
    assertThat(content.steps()).containsExactly(new Step("T", "https://x.example", 90));
    assertThat(content.minutes()).isEqualTo(90);
  }

  private static ModuleDraft draft(
      String title, @Nullable String link, @Nullable List<StepDraft> steps) {
    return new ModuleDraft(title, null, null, null, link, null, steps, null, null);
  }

  private static Study.Begun begun(Integer... done) {
    return new Study.Begun("an", "00AA00", ID.toString(), Set.of(done), NOW);
  }

  private static Decision<Study> start(
      Optional<Study> before, StudyModule module, Optional<Refusal> outside) {
    return Study.start(before, AN, ID, module, outside, NOW);
  }

  private static Study accepted(Decision<Study> decision) {
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    return ((Decision.Accepted<Study>) decision).state();
  }

  private static String refused(Decision<Study> decision) {
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    return ((Decision.Refused<Study>) decision).refusal().type();
  }
}
