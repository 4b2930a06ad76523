package nl.samenopleiden.platform.importing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How a file's characters are written as bytes. */
public enum Encoding {
  /** UTF-8; also what holds only ASCII. */
  UTF_8("UTF-8", StandardCharsets.UTF_8, 0),
  /** UTF-8 that says so by a byte-order mark, as spreadsheets write it. */
  UTF_8_WITH_MARK("UTF-8 (BOM)", StandardCharsets.UTF_8, 3),
  /** What Windows wrote before UTF-8, and DUO until 2022. */
  WINDOWS_1252("Windows-1252", Charset.forName("windows-1252"), 0);

  /** Stands where bytes fit no character. */
  static final char UNREADABLE = '\uFFFD';

  private final String text;
  private final Charset charset;
  private final int skip;

  Encoding(String text, Charset charset, int skip) {
    this.text = text;
    this.charset = charset;
    this.skip = skip;
  }

  /** The name for people. */
  public String text() {
    return text;
  }

  /**
   * Finds out how the file is written: by its mark, and else by which encoding fits most of the
   * lines that hold more than ASCII. Empty when the content is no text in any of these (UTF-16, a
   * spreadsheet, a picture).
   */
  public static Optional<Encoding> of(byte[] content) {
    if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(UTF_8_WITH_MARK);
    }
    if (startsWith(content, 0xFF, 0xFE) || startsWith(content, 0xFE, 0xFF) || isBinary(content)) {
      return Optional.empty();
    }
    int western = 0;
    int invalid = 0;
    int start = 0;
    for (int at = 0; at <= content.length; at++) {
      if (at == content.length || content[at] == '\n') {
        if (!isAscii(content, start, at)) {
          Optional<String> text = utf8(content, start, at);
          if (text.isEmpty()) {
            invalid++;
          } else if (isWestern(text.get())) {
            western++;
          }
        }
        start = at + 1;
      }
    }
    return Optional.of(western >= invalid ? UTF_8 : WINDOWS_1252);
  }

  /** The file as text, without its mark; {@link #UNREADABLE} stands for bytes that do not fit. */
  String decode(byte[] content) {
    return new String(content, skip, content.length - skip, charset);
  }

  /**
   * Whether text that was decoded by this encoding was most likely written in the other: UTF-8 that
   * was read as Windows-1252 shows as rows of odd characters that mean something as UTF-8.
   */
  boolean looksMistaken(String decoded) {
    if (this != WINDOWS_1252 || decoded.chars().allMatch(each -> each < 128)) {
      return false;
    }
    byte[] bytes = decoded.getBytes(charset);
    return utf8(bytes, 0, bytes.length).filter(Encoding::isWestern).isPresent();
  }

  private static boolean isBinary(byte[] content) {
    for (byte each : content) {
      if (each == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAscii(byte[] content, int from, int to) {
    for (int at = from; at < to; at++) {
      if (content[at] < 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> utf8(byte[] content, int from, int to) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content, from, to - from))
              .toString());
    } catch (CharacterCodingException fitsNot) {
      return Optional.empty();
    }
  }

  /**
   * Whether text holds only what people here write: some letters of Windows-1252 with an apostrophe
   * behind them happen to be UTF-8 as well, of another script.
   */
  private static boolean isWestern(String text) {
    return text.chars().allMatch(each -> each < 0x180 || (each >= 0x2000 && each < 0x2300));
  }

  private static boolean startsWith(byte[] content, int... mark) {
    if (content.length < mark.length) {
      return false;
    }
    for (int at = 0; at < mark.length; at++) {
      if ((content[at] & 0xFF) != mark[at]) {
        return false;
      }
    }
    return true;
  }
}
