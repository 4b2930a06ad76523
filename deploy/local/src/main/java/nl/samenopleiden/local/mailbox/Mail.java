package nl.samenopleiden.local.mailbox;

import java.util.List;
import java.util.Optional;

/**
 * A caught mail as a whole.
 *
 * @param date the Date header, as written
 * @param text what it says in plain text
 * @param attachments what came with it
 */
record Mail(MailSummary summary, String date, String text, List<Attachment> attachments) {

  Mail {
    attachments = List.copyOf(attachments);
  }

  /**
   * What came with a mail.
   *
   * @param number its place, from 0
   * @param type its media type with parameters, as written
   */
  record Attachment(int number, String name, String type, byte[] content) {

    boolean isCalendar() {
      return type.toLowerCase(java.util.Locale.ROOT).startsWith("text/calendar");
    }
  }

  /** The calendar entry that came with it. */
  Optional<String> calendar() {
    return attachments.stream()
        .filter(Attachment::isCalendar)
        .map(a -> new String(a.content(), java.nio.charset.StandardCharsets.UTF_8))
        .findFirst();
  }
}
