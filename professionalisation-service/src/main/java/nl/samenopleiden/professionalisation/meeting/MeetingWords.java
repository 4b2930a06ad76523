package nl.samenopleiden.professionalisation.meeting;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.samenopleiden.platform.web.Moments;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is said of meetings in more than one place. */
@Component
final class MeetingWords {

  private static final DateTimeFormatter DUTCH = DateTimeFormatter.ofPattern("HH.mm");
  private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("HH:mm");

  private final MessageSource messages;

  MeetingWords(MessageSource messages) {
    this.messages = messages;
  }

  /** From when to when, for example {@code dinsdag 24 november 2026, 13.30 uur tot 17.00 uur}. */
  String period(Plan plan, Locale language) {
    return messages.getMessage(
        "meeting.period",
        new Object[] {
          Moments.inWords(plan.startsAt(), language),
          time(LocalTime.ofInstant(plan.endsAt(), Moments.ZONE), language)
        },
        language);
  }

  /** A time of the day, as the agenda shows it. */
  static String time(LocalTime time, Locale language) {
    return time.format(language.getLanguage().equals("nl") ? DUTCH : ENGLISH);
  }
}
