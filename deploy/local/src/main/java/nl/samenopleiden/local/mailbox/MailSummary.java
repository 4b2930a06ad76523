package nl.samenopleiden.local.mailbox;

import java.time.Instant;
import java.util.List;

/**
 * A caught mail in a list.
 *
 * @param id made of the Message-ID: a mail that comes twice is one mail
 * @param to the addresses that it was delivered to, separated by commas
 * @param at when it came
 * @param attachments their file names
 */
record MailSummary(
    String id, String from, String to, String subject, Instant at, List<String> attachments) {

  MailSummary {
    attachments = List.copyOf(attachments);
  }

  /**
   * Whether it is to this address: the whole of it where there is an @ within, else any part.
   *
   * @param address in lower case; empty matches all
   */
  boolean isTo(String address) {
    String all = lower(to);
    return address.indexOf('@') > 0
        ? List.of(all.split(", ")).contains(address)
        : all.contains(address);
  }

  /** Whether the subject holds these words, which are in lower case. */
  boolean isAbout(String words) {
    return lower(subject).contains(words);
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }
}
