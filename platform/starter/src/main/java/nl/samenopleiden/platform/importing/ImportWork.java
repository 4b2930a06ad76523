package nl.samenopleiden.platform.importing;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import nl.samenopleiden.platform.importing.ImportKind.Entry;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.OwnedId;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through one import. After every batch the import in the database says how far it is; rows
 * of a batch that was carried out but not yet counted when the process died are carried out once
 * more, and then count as unchanged.
 */
final class ImportWork<R> {

  private static final Logger log = LoggerFactory.getLogger(ImportWork.class);
  private static final int BATCH = 250;
  private static final int MOST_ATTEMPTS = 5;

  /** How many files one process has in memory at a time; the others wait. */
  private static final Semaphore TURNS = new Semaphore(2, true);

  private static final Duration WAIT = Duration.ofSeconds(3);

  private final ImportKind<R> kind;
  private final TenantCollection imports;
  private final ImportFiles files;
  private final ImportProblems problems;
  private final Clock clock;
  private final String process;
  private final BooleanSupplier goOn;

  ImportWork(
      ImportKind<R> kind,
      TenantCollection imports,
      ImportFiles files,
      ImportProblems problems,
      Clock clock,
      String process,
      BooleanSupplier goOn) {
    this.kind = kind;
    this.imports = imports;
    this.files = files;
    this.problems = problems;
    this.clock = clock;
    this.process = process;
    this.goOn = goOn;
  }

  void carryOut(OwnedId id, Import as) {
    try {
      while (!TURNS.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!goOn.getAsBoolean() || !progress(id)) {
          return;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      carryOutNow(id, as);
    } finally {
      TURNS.release();
    }
  }

  private void carryOutNow(OwnedId id, Import as) {
    if (as.attempts() > MOST_ATTEMPTS) {
      end(id, Import.State.FAILED, List.of(Updates.set("refusal", "gave-up")));
      return;
    }
    Optional<byte[]> content = files.content(id);
    if (content.isEmpty()) {
      end(id, Import.State.FAILED, List.of(Updates.set("refusal", "gave-up")));
      return;
    }
    switch (CsvText.open(content.get(), kind.columns())) {
      case CsvText.Opened.Refused(String code, List<String> arguments) -> {
        BsonArray words = new BsonArray(arguments.stream().map(BsonString::new).toList());
        end(
            id,
            Import.State.REFUSED,
            List.of(Updates.set("refusal", code), Updates.set("refusalArguments", words)));
      }
      case CsvText.Opened.Readable(CsvText text) -> rows(id, as, text);
    }
  }

  private void rows(OwnedId id, Import as, CsvText text) {
    boolean ours =
        progress(
            id,
            Updates.set("encoding", text.encoding().text()),
            Updates.set("separator", String.valueOf(text.separator())),
            Updates.set("rows", text.rows()));
    if (!ours) {
      return;
    }
    ImportKind.Session<R> session = kind.begin(new ImportRun(id, as.by()));
    Map<String, Integer> firstLines = new HashMap<>();
    Batch batch = new Batch();
    int done = 0;
    for (CsvText.Line line : text) {
      batch.take(session, firstLines, line);
      done++;
      if (done == as.done() || done % BATCH == 0) {
        if (!flush(id, session, batch, done, as.done())) {
          return;
        }
        batch = new Batch();
      }
    }
    if (flush(id, session, batch, done, as.done())) {
      Map<String, Integer> numbers = session.finish();
      BsonDocument document = new BsonDocument();
      numbers.forEach((name, value) -> document.append(name, new BsonInt32(value)));
      end(id, Import.State.DONE, List.of(Updates.set("numbers", document)));
    }
  }

  /** Carries a batch out and says so; false when this process shall not go on. */
  private boolean flush(
      OwnedId id, ImportKind.Session<R> session, Batch batch, int done, int before) {
    if (done <= before) {
      session.carriedOutBefore(batch.entries);
      return true;
    }
    Map<Effect.Done, Integer> counts = new HashMap<>();
    int rejected = batch.rejected;
    if (!batch.entries.isEmpty()) {
      for (Effect effect : session.apply(batch.entries)) {
        batch.problems.addAll(effect.problems());
        if (effect instanceof Effect.Done each) {
          counts.merge(each, 1, Integer::sum);
        } else {
          rejected++;
        }
      }
    }
    problems.keep(id, batch.problems);
    int moved = counts.getOrDefault(Effect.Done.MOVED, 0);
    boolean ours =
        progress(
            id,
            Updates.set("done", done),
            Updates.set("attempts", 1),
            Updates.inc("added", counts.getOrDefault(Effect.Done.ADDED, 0)),
            Updates.inc("changed", moved + counts.getOrDefault(Effect.Done.CHANGED, 0)),
            Updates.inc("moved", moved),
            Updates.inc("unchanged", counts.getOrDefault(Effect.Done.UNCHANGED, 0)),
            Updates.inc("rejected", rejected));
    if (ours && !goOn.getAsBoolean()) {
      // The process is being stopped: the next one may begin at once.
      imports.update(id, mine(), Updates.set("aliveUntil", Imports.date(clock.instant())));
      return false;
    }
    return ours;
  }

  /** Notes how far the work is; false when another process has taken it over. */
  private boolean progress(OwnedId id, Bson... changes) {
    List<Bson> all = new ArrayList<>(List.of(changes));
    all.add(Updates.set("aliveUntil", Imports.date(clock.instant().plus(Imports.SILENCE))));
    return imports.update(id, mine(), Updates.combine(all)).isPresent();
  }

  private void end(OwnedId id, Import.State state, List<Bson> changes) {
    List<Bson> all = new ArrayList<>(changes);
    all.add(Updates.set("state", state.name()));
    all.add(Updates.set("finishedAt", Imports.date(clock.instant())));
    if (imports.update(id, mine(), Updates.combine(all)).isPresent()) {
      log.info("{} {} ended: {}", kind.name(), id.value(), state);
      files.forget(id);
    }
  }

  private Bson mine() {
    return Filters.and(
        Filters.eq("runner", process), Filters.eq("state", Import.State.RUNNING.name()));
  }

  /** Rows that are carried out together. */
  private final class Batch {

    private final List<Entry<R>> entries = new ArrayList<>();
    private final List<LineProblem> problems = new ArrayList<>();
    private int rejected;

    void take(ImportKind.Session<R> session, Map<String, Integer> firstLines, CsvText.Line line) {
      switch (line) {
        case CsvText.Line.Broken(LineProblem problem, Map<String, String> values) ->
            leaveOut(session, values, List.of(problem));
        case CsvText.Line.Whole(Row row) -> {
          switch (kind.read(row)) {
            case Reading.Bad<R>(List<LineProblem> found) -> leaveOut(session, row.values(), found);
            case Reading.Good<R>(R value) -> {
              String key = session.key(value);
              Integer first = firstLines.putIfAbsent(key, row.line());
              if (first == null) {
                entries.add(new Entry<>(row, value));
              } else {
                leaveOut(
                    session,
                    row.values(),
                    List.of(
                        row.problem(kind.keyColumn(), kind.duplicate(), key, first.toString())));
              }
            }
          }
        }
      }
    }

    private void leaveOut(
        ImportKind.Session<R> session, Map<String, String> values, List<LineProblem> found) {
      rejected++;
      problems.addAll(found);
      session.leftOut(values);
    }
  }
}
