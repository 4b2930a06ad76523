package nl.samenopleiden.professionalisation.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the scripts of the list decide, tried where there is a Node to try it with. */
class OfflineScriptsTest {

  @Test
  void theScriptsDecideAsTheyShould() throws IOException, InterruptedException {
    boolean node =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(folder -> new File(folder, "node").canExecute());
    assumeTrue(node, "no Node here: the scripts of the offline list are not tried by themselves");
    Process tried =
        new ProcessBuilder("node", "--test", "src/test/js/attendance.test.js")
            .redirectErrorStream(true)
            .start();
    String said = new String(tried.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tried.waitFor()).as(said).isZero();
  }
}
