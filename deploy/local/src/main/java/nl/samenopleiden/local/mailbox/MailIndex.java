package nl.samenopleiden.local.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What lists show of the mails, in one file with a line of JSON each: reading it is twenty times as
 * fast as reading the mails. What is missing in it is read from the mail itself, so it may be lost.
 */
final class MailIndex {

  private static final Logger log = LoggerFactory.getLogger(MailIndex.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path file;

  MailIndex(Path folder) {
    this.file = folder.resolve("index.jsonl");
  }

  private record Line(long stamp, MailSummary mail) {}

  synchronized void add(long stamp, MailSummary mail) {
    try {
      Files.writeString(
          file, line(stamp, mail), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failed) {
      log.warn("mail: the index is not written: {}", failed.toString());
    }
  }

  synchronized Map<Long, MailSummary> read() {
    Map<Long, MailSummary> found = new HashMap<>();
    if (Files.exists(file)) {
      try (Stream<String> lines = Files.lines(file)) {
        lines.forEach(text -> readLine(text, found));
      } catch (IOException | RuntimeException unreadable) {
        log.warn("mail: the index is not read: {}", unreadable.toString());
      }
    }
    return found;
  }

  /** Writes it anew, with these lines only. */
  synchronized void replace(Map<Long, MailSummary> all) {
    Path fresh = file.resolveSibling("index.part");
    try {
      Files.writeString(
          fresh,
          all.entrySet().stream()
              .map(each -> line(each.getKey(), each.getValue()))
              .collect(Collectors.joining()));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      log.warn("mail: the index is not written: {}", failed.toString());
    }
  }

  private static String line(long stamp, MailSummary mail) {
    return JSON.writeValueAsString(new Line(stamp, mail)) + "\n";
  }

  private static void readLine(String text, Map<Long, MailSummary> found) {
    try {
      Line line = JSON.readValue(text, Line.class);
      found.put(line.stamp(), line.mail());
    } catch (JacksonException cutShort) {
      // The process ended while it was written.
    }
  }
}
