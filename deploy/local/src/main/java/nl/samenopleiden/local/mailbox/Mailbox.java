package nl.samenopleiden.local.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps mails as files, {@code <microseconds>-<id>.eml}; in memory stands only what lists show. It
 * is for looking at, not for safekeeping: a file is not forced to disk.
 */
final class Mailbox {

  private static final Logger log = LoggerFactory.getLogger(Mailbox.class);
  private static final Pattern FILE = Pattern.compile("([0-9]{16,19})-([0-9a-f]{24})\\.eml");
  private static final int ID_LENGTH = 24;

  private final Path folder;
  private final int most;
  private final Clock clock;
  private final AtomicLong lastStamp = new AtomicLong();

  /** The stamp of every mail that there is. */
  private final Map<String, Long> stamps = new ConcurrentHashMap<>();

  /** The same the other way round, oldest first. */
  private final ConcurrentSkipListMap<Long, String> ids = new ConcurrentSkipListMap<>();

  /** What lists show of them, as far as it was read. */
  private final Map<Long, MailSummary> summaries = new ConcurrentHashMap<>();

  private final MailIndex kept;
  private boolean allRead;

  Mailbox(Path folder, int most, Clock clock) {
    this.folder = folder;
    this.most = most;
    this.clock = clock;
    this.kept = new MailIndex(folder);
  }

  /** Some of the mails that were looked for, newest first. */
  record Found(List<MailSummary> items, int number, int size, long total) {}

  /** Opens the folder. What is there already is read when somebody first looks for a mail. */
  void open() throws IOException {
    Files.createDirectories(folder);
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.toList();
    }
    for (Path file : files) {
      Matcher name = FILE.matcher(file.getFileName().toString());
      if (name.matches()) {
        Long stamp = Long.valueOf(name.group(1));
        stamps.put(name.group(2), stamp);
        ids.put(stamp, name.group(2));
      } else if (file.toString().endsWith(".part")) {
        Files.deleteIfExists(file);
      }
    }
    removeOldest();
  }

  /** Keeps a mail, unless it is here already. */
  void keep(List<String> recipients, byte[] content) throws IOException {
    String messageId = MailReader.messageId(content);
    String id =
        messageId.isEmpty() ? digest(content) : digest(messageId.getBytes(StandardCharsets.UTF_8));
    long stamp = nextStamp();
    if (stamps.putIfAbsent(id, stamp) != null) {
      return;
    }
    try {
      byte[] whole = withRecipients(recipients, content);
      Path part = folder.resolve(id + ".part");
      Files.write(part, whole);
      Files.move(part, file(stamp, id), StandardCopyOption.ATOMIC_MOVE);
      MailSummary summary = MailReader.read(id, at(stamp), whole).summary();
      summaries.put(stamp, summary);
      ids.put(stamp, id);
      kept.add(stamp, summary);
    } catch (IOException | RuntimeException failed) {
      // The sender tries again: then it must not look as if it were here.
      stamps.remove(id);
      throw failed;
    }
    removeOldest();
  }

  /** Those that match, newest first. */
  Found find(Predicate<MailSummary> wanted, int number, int size) {
    readAll();
    List<MailSummary> items = new ArrayList<>();
    long total = 0;
    long from = (long) number * size;
    for (Long stamp : ids.descendingKeySet()) {
      MailSummary each = summaries.get(stamp);
      if (each != null && wanted.test(each)) {
        if (total >= from && items.size() < size) {
          items.add(each);
        }
        total++;
      }
    }
    return new Found(items, number, size, total);
  }

  /** The mail with this id, as it came. */
  Optional<byte[]> source(String id) {
    return Optional.ofNullable(stamps.get(id)).flatMap(stamp -> content(stamp, id));
  }

  /** The mail with this id, read. */
  Optional<Mail> mail(String id) {
    return Optional.ofNullable(stamps.get(id))
        .flatMap(stamp -> content(stamp, id).map(bytes -> MailReader.read(id, at(stamp), bytes)));
  }

  private synchronized void readAll() {
    if (allRead) {
      return;
    }
    Map<Long, MailSummary> known = kept.read();
    known.keySet().retainAll(ids.keySet());
    known.forEach(summaries::putIfAbsent);
    ids.entrySet().parallelStream()
        .filter(each -> !summaries.containsKey(each.getKey()))
        .forEach(
            each ->
                content(each.getKey(), each.getValue())
                    .map(bytes -> MailReader.read(each.getValue(), at(each.getKey()), bytes))
                    .ifPresent(mail -> summaries.put(each.getKey(), mail.summary())));
    kept.replace(summaries);
    allRead = true;
  }

  private Optional<byte[]> content(long stamp, String id) {
    try {
      return Optional.of(Files.readAllBytes(file(stamp, id)));
    } catch (java.nio.file.NoSuchFileException removed) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void removeOldest() {
    while (ids.size() > most) {
      Map.Entry<Long, String> oldest = ids.pollFirstEntry();
      if (oldest == null) {
        return;
      }
      stamps.remove(oldest.getValue());
      summaries.remove(oldest.getKey());
      try {
        Files.deleteIfExists(file(oldest.getKey(), oldest.getValue()));
      } catch (IOException stays) {
        log.warn("mail: could not be removed: {}", oldest.getValue());
      }
    }
  }

  private Path file(long stamp, String id) {
    return folder.resolve(stamp + "-" + id + ".eml");
  }

  /** Microseconds, each once. */
  private long nextStamp() {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    return lastStamp.updateAndGet(last -> Math.max(last + 1, now));
  }

  private static Instant at(long stamp) {
    return Instant.EPOCH.plus(stamp, ChronoUnit.MICROS);
  }

  private static byte[] withRecipients(List<String> recipients, byte[] content) throws IOException {
    String header = MailReader.DELIVERED_TO + ": " + String.join(", ", recipients) + "\r\n";
    var whole = new ByteArrayOutputStream(content.length + header.length());
    whole.write(header.getBytes(StandardCharsets.UTF_8));
    whole.write(content);
    return whole.toByteArray();
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
          .substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
