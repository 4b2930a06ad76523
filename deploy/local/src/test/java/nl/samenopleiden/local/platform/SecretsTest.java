package nl.samenopleiden.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path folder = Path.of("set by JUnit");

  @Test
  void theyAreMadeOnce_andOnlyTheOwnerReadsThem() throws IOException {
    Path file = folder.resolve("deep").resolve("secrets");

    Secrets first = Secrets.in(file);
    Secrets second = Secrets.in(file);

    assertThat(second).isEqualTo(first);
    assertThat(first.gatewayClient()).hasSize(48).isNotEqualTo(first.demoKey());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void theyAreNotPrintedByAccident() {
    assertThat(Secrets.in(folder.resolve("secrets"))).hasToString("Secrets[not shown]");
  }
}
