package nl.samenopleiden.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenopleiden.platform.importing.Column;
import nl.samenopleiden.platform.importing.Effect;
import nl.samenopleiden.platform.importing.Import;
import nl.samenopleiden.platform.importing.ImportKind;
import nl.samenopleiden.platform.importing.ImportRun;
import nl.samenopleiden.platform.importing.Imports;
import nl.samenopleiden.platform.importing.LineProblem;
import nl.samenopleiden.platform.importing.Reading;
import nl.samenopleiden.platform.importing.Row;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An import whose process dies in the middle is carried to its end by whoever comes next. */
@SamenTest
class InterruptedImportTest {

  private static final int ROWS = 600;

  /** Longer than an import may be silent before it is taken over. */
  private static final Duration SILENCE = Duration.ofSeconds(16);

  @Autowired Samen samen;
  @Autowired nl.samenopleiden.platform.store.Collections collections;

  private final LeapingClock clock = new LeapingClock();
  private final List<Imports<String>> started = new ArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(Imports::stop);
  }

  @Test
  void itGoesOnWhereItStood() throws IOException {
    Numbers numbers = new Numbers("interrupted-import");
    numbers.failures.set(1);
    Owner owner = Owner.board(samen.freshBoard());
    Import begun = begin(process(numbers), owner);
    Scope scope = Scope.of(owner);
    Imports<String> imports = started.getFirst();
    samen.await(
        () -> assertThat(imports.find(scope, begun.id()).orElseThrow().done()).isEqualTo(250));
    assertThat(imports.find(scope, begun.id()).orElseThrow().state())
        .isEqualTo(Import.State.RUNNING);

    clock.leap(SILENCE);
    samen.await(
        () ->
            assertThat(imports.find(scope, begun.id()).orElseThrow().state())
                .isEqualTo(Import.State.DONE));

    Import done = imports.find(scope, begun.id()).orElseThrow();
    assertThat(done.added()).isEqualTo(ROWS - 2);
    assertThat(done.rejected()).isEqualTo(2);
    assertThat(numbers.applied).doesNotHaveDuplicates().hasSize(ROWS - 2);
    assertThat(numbers.before).hasSize(249);
    assertThat(imports.problems(scope, begun.id(), PageRequest.first()).items())
        .extracting(LineProblem::line, LineProblem::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(11, "duplicate-number"),
            org.assertj.core.groups.Tuple.tuple(511, "duplicate-number"));
  }

  @Test
  void aProcessThatIsStoppedHandsItOverAtOnce() throws IOException {
    Numbers numbers = new Numbers("handed-over-import");
    CountDownLatch hold = new CountDownLatch(1);
    numbers.hold = hold;
    Owner owner = Owner.board(samen.freshBoard());
    Imports<String> first = process(numbers);
    Import begun = begin(first, owner);
    Thread stopping = Thread.ofVirtual().start(first::stop);
    samen.await(() -> assertThat(first.isRunning()).isFalse());
    hold.countDown();
    samen.await(() -> assertThat(stopping.isAlive()).isFalse());
    assertThat(numbers.applied).as("it ends its batch and no more").hasSize(249);
    Imports<String> second = process(numbers);
    samen.await(
        () ->
            assertThat(second.find(Scope.of(owner), begun.id()).orElseThrow().state())
                .isEqualTo(Import.State.DONE));
    assertThat(numbers.applied).doesNotHaveDuplicates().hasSize(ROWS - 2);
  }

  @Test
  void oneThatFailsAgainAndAgainIsGivenUpAndSaysSo() throws IOException {
    Numbers numbers = new Numbers("failing-import");
    numbers.failures.set(1_000);
    Owner owner = Owner.board(samen.freshBoard());
    Imports<String> imports = process(numbers);
    Import begun = begin(imports, owner);
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () -> {
              clock.leap(SILENCE);
              assertThat(imports.find(Scope.of(owner), begun.id()).orElseThrow().state())
                  .isEqualTo(Import.State.FAILED);
            });
    Import failed = imports.find(Scope.of(owner), begun.id()).orElseThrow();
    assertThat(failed.refusal()).isEqualTo("gave-up");
    assertThat(failed.done()).isEqualTo(250);
  }

  @Test
  void anImportIsOnlyItsOwnersToSee() throws IOException {
    Owner owner = Owner.board(samen.freshBoard());
    Imports<String> imports = process(new Numbers("private-import"));
    Import begun = begin(imports, owner);
    assertThat(imports.find(Scope.of(Owner.board(samen.freshBoard())), begun.id())).isEmpty();
  }

  private Imports<String> process(Numbers kind) {
    Imports<String> imports = new Imports<>(collections, kind, clock);
    imports.start();
    started.add(imports);
    return imports;
  }

  /** A file of 600 rows; those on lines 11 and 511 repeat an earlier one. */
  private static Import begin(Imports<String> imports, Owner owner) throws IOException {
    String file =
        IntStream.range(0, ROWS)
            .mapToObj(i -> Integer.toString(i == 9 || i == 509 ? i - 1 : i))
            .collect(Collectors.joining("\n", "NUMBER\n", "\n"));
    return switch (imports.begin(
        owner,
        "somebody",
        "numbers.csv",
        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))) {
      case Outcome.Done<Import>(Import begun) -> begun;
      case Outcome.Refused<Import>(var refusal) -> throw new AssertionError(refusal);
    };
  }

  /** Rows that are numbers; carrying them out fails from the second batch on, some times. */
  private static final class Numbers implements ImportKind<String> {

    final List<String> applied = Collections.synchronizedList(new ArrayList<>());
    final List<String> before = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger failures = new AtomicInteger();
    CountDownLatch hold = new CountDownLatch(0);
    private final String name;

    private Numbers(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public List<Column> columns() {
      return List.of(Column.needed("number", "NUMBER"));
    }

    @Override
    public String duplicate() {
      return "duplicate-number";
    }

    @Override
    public String keyColumn() {
      return "number";
    }

    @Override
    public Reading<String> read(Row row) {
      return new Reading.Good<>(row.value("number"));
    }

    @Override
    public Session<String> begin(ImportRun run) {
      return new Session<>() {
        @Override
        public String key(String value) {
          return value;
        }

        @Override
        public void carriedOutBefore(List<Entry<String>> rows) {
          rows.forEach(each -> before.add(each.value()));
        }

        @Override
        public List<Effect> apply(List<Entry<String>> rows) {
          try {
            hold.await();
          } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
          }
          if (!applied.isEmpty() && failures.getAndDecrement() > 0) {
            throw new IllegalStateException("the process dies here");
          }
          rows.forEach(each -> applied.add(each.value()));
          return rows.stream().<Effect>map(_ -> Effect.Done.ADDED).toList();
        }
      };
    }
  }

  /** Runs on, and leaps when told to. */
  private static final class LeapingClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    void leap(Duration duration) {
      ahead = ahead.plus(duration);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
