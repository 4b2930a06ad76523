package nl.samenopleiden.platform.test;

/**
 * A mail that arrived.
 *
 * @param id its Message-ID
 * @param subject its subject, decoded
 * @param text its words
 * @param calendar the iCalendar object that came with it; empty when none did
 */
public record ReceivedMail(String id, String subject, String text, String calendar) {}
