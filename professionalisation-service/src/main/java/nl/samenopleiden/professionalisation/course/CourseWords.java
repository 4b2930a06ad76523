package nl.samenopleiden.professionalisation.course;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.course.Circle.Prior;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import nl.samenopleiden.professionalisation.organisation.Schools;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What is said of courses in more than one place, in the reader's language. */
@Component
public final class CourseWords {

  private final MessageSource messages;
  private final Organisations organisations;
  private final Schools schools;

  CourseWords(MessageSource messages, Organisations organisations, Schools schools) {
    this.messages = messages;
    this.organisations = organisations;
    this.schools = schools;
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
  public String audience(Audience audience, Locale language) {
    return audience(audience, organisations(audience.circle()), language);
  }

  /** Whom it is for, with schools counted and not named: for lists. */
  public String audienceInShort(Audience audience, Locale language) {
    Circle circle = audience.circle();
    int all = circle.schools().size();
    String counted = all == 0 ? "" : message("audience.schools", language, all);
    return audience(audience, joined(boards(circle), counted), language);
  }

  private String audience(Audience audience, String organisations, Locale language) {
    Circle circle = audience.circle();
    String roles =
        audience.roles().isEmpty()
            ? message(
                circle.everywhere() ? "audience.everyone" : "audience.everyone.there", language)
            : audience.roles().stream()
                .map(role -> message("audience." + role, language))
                .collect(Collectors.joining(", "));
    String people =
        circle.everywhere() ? roles : message("audience.of", language, roles, organisations);
    Prior prior = circle.prior();
    return prior == null
        ? people
        : message(
            prior.proof() == Circle.Proof.SEAT ? "audience.seat" : "audience.attended",
            language,
            people,
            prior(prior, language));
  }

  /** The boards and schools of a circle by their names. */
  String organisations(Circle circle) {
    return joined(boards(circle), schools(circle));
  }

  /** The earlier course that one must have taken part in. */
  String prior(Prior prior, Locale language) {
    return prior.everyEdition()
        ? "‘" + prior.title() + "’"
        : "‘" + prior.title() + "’ (" + message("course.edition", language, prior.edition()) + ")";
  }

  private String boards(Circle circle) {
    return circle.boards().stream()
        .map(number -> organisations.name(Owner.board(number)))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private String schools(Circle circle) {
    if (circle.schools().isEmpty()) {
      return "";
    }
    Set<Owner> boards =
        circle.schools().stream()
            .map(each -> Owner.board(each.board()))
            .collect(Collectors.toSet());
    List<String> codes = circle.schools().stream().map(Circle.School::code).toList();
    return schools.find(new Scope(boards), codes).stream()
        .map(Schools.School::name)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String joined(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + ", " + other;
  }

  String message(String key, Locale language, Object... arguments) {
    return messages.getMessage(key, arguments, language);
  }
}
