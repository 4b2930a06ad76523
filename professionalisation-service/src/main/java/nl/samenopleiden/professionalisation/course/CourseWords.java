package nl.samenopleiden.professionalisation.course;

import java.util.Locale;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What is said of courses in more than one place, in the reader's language. */
@Component
public final class CourseWords {

  private final MessageSource messages;
  private final Organisations organisations;

  CourseWords(MessageSource messages, Organisations organisations) {
    this.messages = messages;
    this.organisations = organisations;
  }

  /** Why a course of this pabo costs the caller nothing. */
  String whyFree(Access access, Owner pabo) {
    String key = access.home().equals(pabo) ? "course.free.own" : "course.free.partner";
    return message(key, LocaleContextHolder.getLocale(), organisations.name(pabo));
  }

  /** How long it takes, for example {@code 1 uur en 30 minuten}. */
  public String length(int minutes, Locale language) {
    int hours = minutes / 60;
    int rest = minutes % 60;
    if (hours == 0) {
      return message("course.length.minutes", language, rest);
    }
    return rest == 0
        ? message("course.length.hours", language, hours)
        : message("course.length.both", language, hours, rest);
  }

  /** Where it is held: a place, online, or both. */
  public String where(Offer offer, Locale language) {
    if (!offer.online()) {
      return offer.place();
    }
    return offer.place().isEmpty()
        ? message("course.online", language)
        : message("course.place.or.online", language, offer.place());
  }

  /** When it is held: a line for each session. */
  public String when(Offer offer, Locale language) {
    return offer.sessions().stream()
        .map(each -> when(each, language))
        .collect(Collectors.joining("\n"));
  }

  /** When a session is held, and how long it takes. */
  public String when(Session session, Locale language) {
    return Moments.inWords(session.startsAt(), language)
        + " ("
        + length((int) session.length().toMinutes(), language)
        + ")";
  }

  /** What it takes to get a certificate, for example {@code wie bij minstens 3 van de 4 was}. */
  public String needed(Offer offer, Locale language) {
    return message("course.needed", language, offer.sessionsNeeded(), offer.sessions().size());
  }

  /** Whom it is for. */
  public String audience(Offer offer, Locale language) {
    return offer.audience().isEmpty()
        ? message("audience.everyone", language)
        : offer.audience().stream()
            .map(role -> message("audience." + role, language))
            .collect(Collectors.joining(", "));
  }

  String message(String key, Locale language, Object... arguments) {
    return messages.getMessage(key, arguments, language);
  }
}
