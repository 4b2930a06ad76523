package nl.samenopleiden.local.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

  @TempDir Path folder = Path.of("set by JUnit");

  private final List<String> told = new ArrayList<>();

  @Test
  void theLastLinesAreShown() throws IOException {
    Path log = folder.resolve("events.log");
    Files.writeString(log, "one\ntwo\nthree\n");

    assertThat(LogTail.last(log, 2)).containsExactly("two", "three");
    assertThat(LogTail.last(folder.resolve("none.log"), 2)).isEmpty();
  }

  @Test
  void whatIsAddedIsToldLineByLine() throws IOException {
    Path log = folder.resolve("events.log");
    Files.writeString(log, "before\n");
    LogTail tail = new LogTail(log, "events");

    append(log, "one\nhalf of");
    tail.more(told::add);
    append(log, " two\n");
    tail.more(told::add);

    assertThat(told).containsExactly("one", "half of two");
  }

  @Test
  void aLogThatWasEmptiedGoesOn() throws IOException {
    Path log = folder.resolve("events.log");
    Files.writeString(log, "a long line before\n");
    LogTail tail = new LogTail(log, "events");

    Files.writeString(log, "new\n");
    tail.more(told::add);

    assertThat(told).containsExactly("new");
  }

  private static void append(Path log, String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.APPEND);
  }
}
