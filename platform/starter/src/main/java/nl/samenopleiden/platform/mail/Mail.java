package nl.samenopleiden.platform.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person.
 *
 * @param to the address
 * @param subject one line
 * @param text the whole message in plain text
 * @param calendar an iCalendar object to attach, if there is one
 * @param calendarMethod {@code REQUEST}, {@code CANCEL} or {@code PUBLISH}; goes with {@code
 *     calendar}
 */
public record Mail(
    String to,
    String subject,
    String text,
    @Nullable String calendar,
    @Nullable String calendarMethod) {

  /** A mail with words only. */
  public static Mail of(String to, String subject, String text) {
    return new Mail(to, subject, text, null, null);
  }

  /** The paragraphs with an empty line between them. */
  public static String paragraphs(String... paragraphs) {
    return String.join("\n\n", List.of(paragraphs)) + "\n";
  }
}
