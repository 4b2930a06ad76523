package nl.samenopleiden.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppsTest {

  @TempDir Path folder = Path.of("set by JUnit");

  @Test
  void anotherContentIsAnotherChecksum_alsoWithTheSameSizeAndTime() throws IOException {
    Path jar = folder.resolve("app.jar");
    Path noted = folder.resolve("checked");
    write(jar, "one");
    String first = Apps.checksum(jar, noted);

    write(jar, "two");

    assertThat(Apps.checksum(jar, noted)).isNotEqualTo(first);
    write(jar, "one");
    assertThat(Apps.checksum(jar, noted)).isEqualTo(first);
  }

  private static void write(Path jar, String content) throws IOException {
    Files.writeString(jar, content);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
  }
}
