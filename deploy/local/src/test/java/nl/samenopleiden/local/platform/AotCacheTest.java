package nl.samenopleiden.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

  private static final List<String> FLAGS = List.of("-Xmx64m");

  @TempDir Path folder = Path.of("set by JUnit");

  @Test
  void aCacheIsUsedOnceItWasMade() throws IOException {
    AotCache cache = cache(FLAGS);
    assertThat(cache.isThere()).isFalse();
    assertThat(cache.toUse()).isEmpty();

    Files.writeString(folder.resolve("placement.aot"), "as the JVM writes it");

    assertThat(cache.keep()).isTrue();
    assertThat(cache.isThere()).isTrue();
    assertThat(cache.toUse()).contains("-XX:AOTCache=" + folder.resolve("placement.aot"));
  }

  @Test
  void withOtherFlagsItDoesNotFit() throws IOException {
    Files.writeString(folder.resolve("placement.aot"), "as the JVM writes it");
    cache(FLAGS).keep();

    assertThat(cache(List.of("-Xmx65m")).isThere()).isFalse();
  }

  @Test
  void whatTheJvmDidNotWriteIsNotKept() {
    assertThat(cache(FLAGS).keep()).isFalse();
    assertThat(cache(FLAGS).isThere()).isFalse();
  }

  private AotCache cache(List<String> flags) {
    return new AotCache(new App("placement", folder), "placement", flags);
  }
}
