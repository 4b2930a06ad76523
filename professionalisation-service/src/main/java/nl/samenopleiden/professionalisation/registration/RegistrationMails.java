package nl.samenopleiden.professionalisation.registration;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.mail.Invitation;
import nl.samenopleiden.platform.mail.Mail;
import nl.samenopleiden.platform.mail.Mailer;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.CourseWords;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.course.Draw;
import nl.samenopleiden.professionalisation.course.Offer;
import nl.samenopleiden.professionalisation.registration.Consent.Standing;
import nl.samenopleiden.professionalisation.registration.Registration.Enroller;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells people by mail what happened to their registration, with an entry for their calendar. It
 * listens to the service's own facts, and each mail has the name of its fact: so a crash loses
 * none, and a fact that is heard twice is one mail.
 */
@Component
final class RegistrationMails {

  private enum Kind {
    IN_DRAW,
    SEAT,
    WAITING,
    WAITING_FOR_OFFER,
    OFFERED,
    PROMOTED,
    CANCELLED,
    NOT_AGREED,
    LAPSED,
    COURSE_CANCELLED;

    String key() {
      return "mail." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Invitation.State state() {
      return switch (this) {
        case SEAT, PROMOTED -> Invitation.State.CONFIRMED;
        case IN_DRAW, WAITING, WAITING_FOR_OFFER, OFFERED -> Invitation.State.TENTATIVE;
        case CANCELLED, NOT_AGREED, LAPSED, COURSE_CANCELLED -> Invitation.State.CANCELLED;
      };
    }
  }

  /** What the mails read of the facts. */
  record Fact(
      @Nullable Long number,
      @Nullable Long entry,
      @Nullable Integer waiting,
      @Nullable Instant until,
      @Nullable String reason) {}

  /** What the first mail about a registration can be. */
  private static final Set<Kind> FIRST =
      Set.of(Kind.IN_DRAW, Kind.SEAT, Kind.WAITING, Kind.WAITING_FOR_OFFER);

  private final RegistrationBook book;
  private final Agreements agreements;
  private final Courses courses;
  private final CourseWords courseWords;
  private final Mailer mailer;
  private final MessageSource messages;
  private final String publicUrl;
  private final String organiser;

  RegistrationMails(
      RegistrationBook book,
      Agreements agreements,
      Courses courses,
      CourseWords courseWords,
      Mailer mailer,
      MessageSource messages,
      Subscriptions subscriptions,
      @Value("${samen.public-url}") String publicUrl,
      @Value("${samen.mail-from}") String from)
      throws AddressException {
    this.book = book;
    this.agreements = agreements;
    this.courses = courses;
    this.courseWords = courseWords;
    this.mailer = mailer;
    this.messages = messages;
    this.publicUrl = publicUrl;
    this.organiser = new InternetAddress(from).getAddress();
    subscriptions
        .on("professionalisation", "EnteredDraw", event -> tell(event, Kind.IN_DRAW))
        .on("professionalisation", "WithdrawnFromDraw", event -> tell(event, Kind.CANCELLED))
        .on("professionalisation", "SeatConfirmed", event -> tell(event, Kind.SEAT))
        .on("professionalisation", "PlacedOnWaitingList", event -> tell(event, Kind.WAITING))
        .on("professionalisation", "SeatOffered", event -> tell(event, Kind.OFFERED))
        .on("professionalisation", "PromotedFromWaitingList", event -> tell(event, Kind.PROMOTED))
        .on("professionalisation", "RegistrationCancelled", event -> tell(event, Kind.CANCELLED));
  }

  private void tell(Event event, Kind kind) {
    Registration registration = book.find(List.of(event.id())).get(event.id());
    if (registration == null || registration.who().email().isBlank()) {
      return;
    }
    Course course =
        (kind == Kind.CANCELLED
                ? courses.read(registration.course())
                : courses.recent(registration.course()))
            .orElseThrow(() -> new IllegalStateException("a registration without a course"))
            .state();
    Kind told = told(kind, course, registration, event.as(Fact.class));
    mailer.queue(
        new OwnedId(event.owner(), "registration~" + event.id().value() + "~" + event.sequence()),
        mail(event, told, registration, course.offer()));
  }

  private Kind told(Kind kind, Course course, Registration registration, Fact fact) {
    return switch (kind) {
      case CANCELLED -> {
        if (course.isCancelled()) {
          yield Kind.COURSE_CANCELLED;
        }
        if ("LAPSED".equals(fact.reason())) {
          yield Kind.LAPSED;
        }
        yield agreements.refusalOf(registration).isPresent() ? Kind.NOT_AGREED : kind;
      }
      case WAITING -> course.offer().allotment().offersSeats() ? Kind.WAITING_FOR_OFFER : kind;
      default -> kind;
    };
  }

  /** Where it is held; with the link for who has a seat. */
  private String where(Kind kind, Offer offer, Locale language) {
    boolean seat = kind == Kind.SEAT || kind == Kind.PROMOTED;
    String words = courseWords.where(offer, language);
    return seat && offer.link() != null ? words + ": " + offer.link() : words;
  }

  /** Who registered the person, and what the person is still asked; nothing when nobody did. */
  private String enrolled(
      Kind kind, Registration registration, Offer offer, Object[] arguments, Locale language) {
    Enroller enroller = registration.who().enroller();
    if (enroller == null || !FIRST.contains(kind)) {
      return "";
    }
    String by =
        "\n\n" + messages.getMessage("mail.enrolled-by", new Object[] {enroller.name()}, language);
    return offer.asking().anything()
        ? by + "\n\n" + messages.getMessage("mail.enrolled-asks", arguments, language)
        : by;
  }

  /** How it stands with the school leader's agreement; nothing when that is not asked. */
  private String asked(Kind kind, Registration registration, Locale language) {
    Consent consent = registration.who().consent();
    Standing standing =
        consent == null || !FIRST.contains(kind)
            ? null
            : agreements.standings(List.of(registration)).get(registration.id());
    if (standing == null) {
      return "";
    }
    String until =
        consent instanceof Consent.Asked asked ? Moments.inWords(asked.until(), language) : "";
    return "\n\n" + messages.getMessage(standing.key(), new Object[] {until}, language);
  }

  private Mail mail(Event event, Kind kind, Registration registration, Offer offer) {
    Locale language = Locale.of(registration.who().language());
    Fact fact = event.as(Fact.class);
    Draw draw = offer.allotment().draw();
    Optional<Agreement.Refused> refused =
        kind == Kind.NOT_AGREED ? agreements.refusalOf(registration) : Optional.empty();
    Object[] arguments = {
      registration.who().name(),
      offer.title(),
      courseWords.when(offer, language),
      courseWords.length(offer.minutes(), language),
      where(kind, offer, language),
      publicUrl + "/professionalisation/courses/" + registration.course().value(),
      Objects.requireNonNullElse(fact.waiting(), 0),
      Objects.requireNonNullElse(fact.number(), Objects.requireNonNullElse(fact.entry(), 0L)),
      draw == null ? "" : Moments.inWords(draw.at(), language),
      fact.until() == null ? "" : Moments.inWords(fact.until(), language),
      offer.allotment().hoursToAccept(),
      refused.map(Agreement.Refused::by).orElse(""),
      refused.map(Agreement.Refused::reason).orElse("")
    };
    Invitation invitation =
        new Invitation(
            event.id().value() + "@samen",
            (int) event.sequence(),
            messages.getMessage(kind.key() + ".calendar", arguments, language),
            (String) arguments[4],
            (String) arguments[5],
            offer.startsAt(),
            offer.sessions().getFirst().length(),
            kind.state(),
            organiser,
            registration.who().email());
    return new Mail(
        registration.who().email(),
        messages.getMessage(kind.key() + ".subject", arguments, language),
        Mail.paragraphs(
            messages.getMessage("mail.greeting", arguments, language),
            messages.getMessage(kind.key() + ".text", arguments, language)
                + enrolled(kind, registration, offer, arguments, language)
                + asked(kind, registration, language),
            messages.getMessage("mail.course", arguments, language),
            messages.getMessage(kind.key() + ".next", arguments, language),
            messages.getMessage("mail.closing", arguments, language)),
        invitation.text(),
        invitation.method());
  }
}
