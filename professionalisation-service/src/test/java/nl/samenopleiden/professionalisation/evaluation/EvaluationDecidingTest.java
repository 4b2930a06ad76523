package nl.samenopleiden.professionalisation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.evaluation.Evaluation.Subject;
import nl.samenopleiden.professionalisation.evaluation.EvaluationFacts.Averages;
import nl.samenopleiden.professionalisation.evaluation.EvaluationFacts.CourseEvaluated;

class EvaluationDecidingTest {

  private static final Subject ABOUT =
      new Subject("Beeldcoaching", Instant.parse("2026-11-25T19:00:00Z"));
  private static final Instant COMPLETE = ABOUT.closesAt().plus(Evaluation.UNDER_WAY);

  /** Whatever was answered, and whenever one looks. */
  @Property(tries = 500)
  void nothingIsShownBelowFiveAnswersOrBeforeAllAreThere(
      @ForAll("answers") List<Opinion> opinions,
      @ForAll @LongRange(min = -3_000_000, max = 3_000_000) long seconds) {
    Instant now = COMPLETE.plusSeconds(seconds);
    boolean may = opinions.size() >= Evaluation.FEWEST && seconds >= 0;
    for (Optional<Evaluation> before :
        List.of(Optional.<Evaluation>empty(), Optional.<Evaluation>of(running()))) {
      switch (Evaluation.count("course", before, ABOUT, Tally.of(opinions), now)) {
        case Decision.Accepted<Evaluation>(var after, var facts) -> {
          assertThat(after instanceof Evaluation.Counted).isEqualTo(may);
          assertThat(facts).hasSize(may ? 1 : 0);
          assertThat(Documents.toBson(after).containsKey("tally")).isEqualTo(may);
        }
        case Decision.Unchanged<Evaluation> _ -> assertThat(seconds).isNegative();
        case Decision.Refused<Evaluation>(var refusal) -> throw new AssertionError(refusal.type());
      }
    }
  }

  @Property(tries = 500)
  void everyAnswerIsCountedOnceAndAnAverageLiesBetweenTheLowestAndTheHighest(
      @ForAll("answers") List<Opinion> opinions) {
    Tally tally = Tally.of(opinions);
    assertThat(tally.answers()).isEqualTo(opinions.size());
    for (Question question : Question.values()) {
      assertThat(tally.on(question).answers()).isEqualTo(opinions.size());
      for (int answer = 1; answer <= Question.HIGHEST; answer++) {
        int given = answer;
        assertThat(tally.on(question).counts().get(answer - 1))
            .isEqualTo((int) opinions.stream().filter(each -> each.on(question) == given).count());
      }
      if (!opinions.isEmpty()) {
        assertThat(tally.on(question).average())
            .isBetween(
                opinions.stream().mapToDouble(each -> each.on(question)).min().orElseThrow(),
                opinions.stream().mapToDouble(each -> each.on(question)).max().orElseThrow());
      }
    }
    assertThat(Documents.fromBson(Documents.toBson(tally), Tally.class)).isEqualTo(tally);
  }

  @Example
  void whatWasCountedOrWipedStaysAsItIs() {
    List<Opinion> many = Collections.nCopies(9, new Opinion(5, 5, 5, ""));
    for (Evaluation done :
        List.of(
            new Evaluation.Counted(ABOUT, Tally.of(many.subList(0, 5))),
            new Evaluation.TooFew(ABOUT, 4))) {
      assertThat(Evaluation.count("course", Optional.of(done), ABOUT, Tally.of(many), COMPLETE))
          .isEqualTo(Decision.unchanged());
      assertThat(Evaluation.begin(Optional.of(done), ABOUT)).isEqualTo(Decision.unchanged());
    }
  }

  @Example
  void theFactSaysHowManyAnsweredAndTheAverages() {
    List<Opinion> five =
        List.of(
            new Opinion(1, 5, 2, "a"),
            new Opinion(2, 5, 2, "b"),
            new Opinion(4, 5, 3, ""),
            new Opinion(5, 5, 2, ""),
            new Opinion(5, 5, 5, "c"));
    assertThat(Evaluation.count("course", Optional.of(running()), ABOUT, Tally.of(five), COMPLETE))
        .isEqualTo(
            Decision.<Evaluation>accept(
                new Evaluation.Counted(ABOUT, Tally.of(five)),
                new CourseEvaluated("course", 5, new Averages(3.4, 5, 2.8))));
  }

  @Example
  void oneAnswersFromTheEndUntilThirtyDaysLater() {
    assertThat(ABOUT.closesAt()).isEqualTo(ABOUT.endsAt().plus(Duration.ofDays(30)));
    assertThat(ABOUT.complete(COMPLETE.minusMillis(1))).isFalse();
    assertThat(ABOUT.complete(COMPLETE)).isTrue();
  }

  @Example
  void allQuestionsMustBeAnsweredFromOneToFiveAndWordsNeedNotBeThere() {
    assertThat(fields(new OpinionDraft(1, 3, 5, null))).isEmpty();
    assertThat(fields(new OpinionDraft(1, 3, 5, "x".repeat(1_000)))).isEmpty();
    assertThat(fields(OpinionDraft.EMPTY)).containsExactly("useful", "wellGiven", "recommended");
    assertThat(fields(new OpinionDraft(0, 6, 3, "x".repeat(1_001))))
        .containsExactly("useful", "wellGiven", "text");
    assertThat(new OpinionDraft(1, 1, 1, "  een\r\ntwee \r\n").opinion().text())
        .isEqualTo("een\ntwee");
  }

  private static List<String> fields(OpinionDraft draft) {
    return draft.check().stream().map(Refusal::field).map(String::valueOf).toList();
  }

  private static Evaluation running() {
    return new Evaluation.Running(ABOUT);
  }

  @Provide
  Arbitrary<List<Opinion>> answers() {
    Arbitrary<Integer> answer = Arbitraries.integers().between(1, Question.HIGHEST);
    return Combinators.combine(answer, answer, answer)
        .as((useful, given, recommended) -> new Opinion(useful, given, recommended, ""))
        .list()
        .ofMaxSize(12);
  }
}
