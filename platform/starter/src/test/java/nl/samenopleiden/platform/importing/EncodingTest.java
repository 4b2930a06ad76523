package nl.samenopleiden.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EncodingTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @Test
  void accentsInWindows1252AreSeen() {
    byte[] content = "naam\nDe Zeeën\nCaféschool\n".getBytes(WINDOWS);
    assertThat(Encoding.of(content)).contains(Encoding.WINDOWS_1252);
    assertThat(Encoding.WINDOWS_1252.decode(content)).contains("Zeeën");
  }

  @Test
  void accentsInUtf8AreSeen() {
    assertThat(Encoding.of("naam\nDe Zeeën\n".getBytes(StandardCharsets.UTF_8)))
        .contains(Encoding.UTF_8);
  }

  @Test
  void aByteOrderMarkIsSeenAndTakenOff() {
    byte[] content = "\uFEFFnaam\n".getBytes(StandardCharsets.UTF_8);
    assertThat(Encoding.of(content)).contains(Encoding.UTF_8_WITH_MARK);
    assertThat(Encoding.UTF_8_WITH_MARK.decode(content)).isEqualTo("naam\n");
  }

  @Test
  void whatTwoByteCharactersOfAWideEncodingMeanIsNotGuessed() {
    assertThat(Encoding.of("naam\nx\n".getBytes(StandardCharsets.UTF_16))).isEmpty();
    assertThat(Encoding.of("naam\nx\n".getBytes(StandardCharsets.UTF_16LE))).isEmpty();
  }

  @Test
  void theEncodingOfMostLinesCounts() {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes("é\né\n".getBytes(WINDOWS));
    content.writeBytes("é\n".getBytes(StandardCharsets.UTF_8));
    assertThat(Encoding.of(content.toByteArray())).contains(Encoding.WINDOWS_1252);
    assertThat(Encoding.WINDOWS_1252.looksMistaken("Ã©")).isTrue();
    assertThat(Encoding.WINDOWS_1252.looksMistaken("é")).isFalse();
  }

  @Test
  void aWordThatHappensToBeAnotherScriptInUtf8DoesNotDecide() {
    assertThat(Encoding.of("école\nhet café’’\n".getBytes(WINDOWS)))
        .contains(Encoding.WINDOWS_1252);
    assertThat(Encoding.WINDOWS_1252.looksMistaken("het café’’")).isFalse();
    assertThat(Encoding.of("Наталья\n".getBytes(StandardCharsets.UTF_8))).contains(Encoding.UTF_8);
  }

  @Test
  void bytesThatMeanNothingAreMarked() {
    byte[] content = {'a', (byte) 0x81, 'b', '\n', (byte) 0xE9, '\n'};
    assertThat(Encoding.of(content)).contains(Encoding.WINDOWS_1252);
    assertThat(Encoding.WINDOWS_1252.decode(content)).startsWith("a" + Encoding.UNREADABLE + "b");
  }
}
