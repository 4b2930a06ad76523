package nl.samenopleiden.platform.importing;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Refusal;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The imports of one kind of file. A file that was taken in is kept in the database until its
 * import ends, and the import is worked on in the background by one process at a time: whoever
 * works on it says so with every batch, and when that stops for some seconds another process, or
 * the same one after a restart, goes on where it stood.
 *
 * @param <R> what a row says
 */
public final class Imports<R> implements SmartLifecycle {

  /** The largest file that is taken, in bytes; a national register is under 2 MB. */
  static final int LARGEST_FILE = 5 * 1024 * 1024;

  /** How long an import may be silent before it is taken over. */
  static final Duration SILENCE = Duration.ofSeconds(15);

  private static final Logger log = LoggerFactory.getLogger(Imports.class);
  private static final Duration SWEEP = Duration.ofSeconds(2);
  private static final Duration LONGEST_BATCH = Duration.ofSeconds(5);

  private final ImportKind<R> kind;
  private final TenantCollection imports;
  private final ImportFiles files;
  private final ImportProblems problems;
  private final Clock clock;
  private final String process = UUID.randomUUID().toString();
  private final Set<Thread> working = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  /** The imports of this kind. */
  public Imports(Collections collections, ImportKind<R> kind, Clock clock) {
    this.kind = kind;
    this.imports = collections.named(kind.name());
    this.files = new ImportFiles(collections.named(kind.name() + "-content"));
    this.problems = new ImportProblems(collections.named(kind.name() + "-problems"));
    this.clock = clock;
  }

  /**
   * Takes a file in and begins to import it.
   *
   * @param owner whose import it is; must have been derived from the caller's access
   * @param by the person who wants it
   * @return the import, or why not even its file was taken
   * @throws IOException when the file's bytes stop coming
   */
  public Outcome<Import> begin(Owner owner, String by, String fileName, InputStream file)
      throws IOException {
    byte[] content = file.readNBytes(LARGEST_FILE + 1);
    if (content.length > LARGEST_FILE) {
      return Outcome.refused(
          new Refusal("file-too-large", 413, "file", List.of(LARGEST_FILE / 1024 / 1024)));
    }
    OwnedId id = OwnedId.fresh(owner);
    files.keep(id, content);
    Import begun = begun(id, by, fileName);
    imports.insert(id, Documents.toBson(begun));
    work(id, begun);
    return Outcome.done(begun);
  }

  private Import begun(OwnedId id, String by, String fileName) {
    Instant now = clock.instant();
    return new Import(
        id.value(),
        by,
        fileName.length() > 200 ? fileName.substring(0, 200) : fileName,
        Import.State.RUNNING,
        null,
        null,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        null,
        null,
        null,
        now,
        null,
        process,
        now.plus(SILENCE),
        1);
  }

  /** The import with this id, if it is in scope. */
  public Optional<Import> find(Scope scope, String id) {
    return imports.find(scope, id).map(each -> Documents.fromBson(each, Import.class));
  }

  /** The imports in scope, the newest first. */
  public Page<Import> page(Scope scope, PageRequest page) {
    return imports
        .page(scope, null, Sorts.descending("startedAt"), page)
        .map(each -> Documents.fromBson(each, Import.class));
  }

  /** What is wrong with the lines of an import that were left out, by line. */
  public Page<LineProblem> problems(Scope scope, String id, PageRequest page) {
    return problems.page(scope, id, page);
  }

  /** Changes one of the further numbers of an import that has ended. */
  public Optional<Import> note(OwnedId id, String number, int value) {
    return imports
        .update(id, null, Updates.set("numbers." + number, value))
        .map(each -> Documents.fromBson(each, Import.class));
  }

  private void work(OwnedId id, Import as) {
    Thread.ofVirtual()
        .name(kind.name())
        .start(
            () -> {
              working.add(Thread.currentThread());
              try {
                new ImportWork<>(kind, imports, files, problems, clock, process, () -> running)
                    .carryOut(id, as);
              } catch (RuntimeException failed) {
                // The sweep takes it up again when it has been silent for long enough.
                log.error("{} {} stopped", kind.name(), id.value(), failed);
              } finally {
                working.remove(Thread.currentThread());
              }
            });
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name(kind.name() + "-sweep").start(this::sweepForEver);
  }

  @Override
  public void stop() {
    running = false;
    // What is being carried out ends its batch, so that another process can go on at once.
    for (Thread each : working) {
      try {
        each.join(LONGEST_BATCH);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void sweepForEver() {
    while (running) {
      try {
        sweep();
      } catch (RuntimeException failed) {
        log.warn("{}: looking for interrupted imports failed: {}", kind.name(), failed.toString());
      }
      try {
        TimeUnit.MILLISECONDS.sleep(SWEEP.toMillis());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Takes over what nobody has worked on for a while. */
  private void sweep() {
    Instant now = clock.instant();
    for (BsonDocument each :
        imports.waiting(Filters.eq("state", Import.State.RUNNING.name()), 100)) {
      Import found = Documents.fromBson(each, Import.class);
      if (found.aliveUntil().isBefore(now)) {
        OwnedId id = OwnedId.parse(each.getString("_id").getValue());
        imports
            .update(
                id,
                Filters.and(
                    Filters.eq("state", Import.State.RUNNING.name()),
                    Filters.eq("aliveUntil", date(found.aliveUntil()))),
                Updates.combine(
                    Updates.set("runner", process),
                    Updates.set("aliveUntil", date(now.plus(SILENCE))),
                    Updates.inc("attempts", 1)))
            .map(taken -> Documents.fromBson(taken, Import.class))
            .ifPresent(
                taken -> {
                  log.info("{} {} is taken up again", kind.name(), id.value());
                  work(id, taken);
                });
      }
    }
  }

  static BsonDateTime date(Instant instant) {
    return new BsonDateTime(instant.toEpochMilli());
  }
}
