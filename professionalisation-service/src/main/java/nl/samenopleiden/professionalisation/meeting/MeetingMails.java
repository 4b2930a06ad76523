package nl.samenopleiden.professionalisation.meeting;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.mail.Invitation;
import nl.samenopleiden.platform.mail.Mail;
import nl.samenopleiden.platform.mail.Mailer;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.professionalisation.meeting.Participant.Who;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells people by mail that they take part, that they no longer do, or that the meeting is off,
 * with an entry for their calendar. It listens to the service's own facts, and each mail has the
 * name of its fact and participant: so a crash loses none, and a fact that is heard twice is one
 * mail.
 */
@Component
final class MeetingMails {

  private enum Kind {
    JOINED,
    CHANGED,
    LEFT,
    CANCELLED;

    String key() {
      return "mail.meeting-" + name().toLowerCase(Locale.ROOT);
    }

    boolean comes() {
      return this == JOINED || this == CHANGED;
    }

    Invitation.State state() {
      return comes() ? Invitation.State.CONFIRMED : Invitation.State.CANCELLED;
    }
  }

  /** What the mails read of the facts. */
  record Fact(long number) {}

  private final Meetings meetings;
  private final MeetingWords words;
  private final Mailer mailer;
  private final MessageSource messages;
  private final String publicUrl;
  private final String organiser;

  MeetingMails(
      Meetings meetings,
      MeetingWords words,
      Mailer mailer,
      MessageSource messages,
      Subscriptions subscriptions,
      @Value("${samen.public-url}") String publicUrl,
      @Value("${samen.mail-from}") String from)
      throws AddressException {
    this.meetings = meetings;
    this.words = words;
    this.mailer = mailer;
    this.messages = messages;
    this.publicUrl = publicUrl;
    this.organiser = new InternetAddress(from).getAddress();
    subscriptions
        .on("professionalisation", "MeetingJoined", event -> tellOne(event, Kind.JOINED))
        .on("professionalisation", "MeetingLeft", event -> tellOne(event, Kind.LEFT))
        .on("professionalisation", "MeetingChanged", event -> tellAll(event, Kind.CHANGED))
        .on("professionalisation", "MeetingCancelled", event -> tellAll(event, Kind.CANCELLED));
  }

  /** Who has joined again meanwhile, or left again, is told that by the later fact. */
  private void tellOne(Event event, Kind kind) {
    Meeting meeting = read(event);
    meeting
        .numbered(event.as(Fact.class).number())
        .ifPresent(participant -> queue(event, kind, meeting, participant));
  }

  private void tellAll(Event event, Kind kind) {
    Meeting meeting = read(event);
    meeting.participants().forEach(participant -> queue(event, kind, meeting, participant));
  }

  private Meeting read(Event event) {
    return meetings
        .read(event.id())
        .orElseThrow(() -> new IllegalStateException("a fact of a meeting that is not there"))
        .state();
  }

  private void queue(Event event, Kind kind, Meeting meeting, Participant participant) {
    if (participant.who().email().isBlank()) {
      return;
    }
    mailer.queue(
        new OwnedId(
            event.owner(),
            "meeting~%s~%d~%d"
                .formatted(event.id().value(), event.sequence(), participant.number())),
        mail(event, kind, meeting.plan(), participant.who()));
  }

  private Mail mail(Event event, Kind kind, Plan plan, Who who) {
    Locale language = Locale.of(who.language());
    String page = publicUrl + "/professionalisation/meetings/" + event.id().value();
    Object[] arguments = {
      who.name(), plan.title(), words.period(plan, language), places(kind, plan), page
    };
    Invitation invitation =
        new Invitation(
            entry(event, who),
            (int) event.sequence(),
            messages.getMessage(kind.key() + ".calendar", arguments, language),
            where(kind, plan),
            page,
            plan.startsAt(),
            plan.length(),
            kind.state(),
            organiser,
            who.email());
    return new Mail(
        who.email(),
        messages.getMessage(kind.key() + ".subject", arguments, language),
        Mail.paragraphs(
            messages.getMessage("mail.greeting", arguments, language),
            messages.getMessage(kind.key() + ".text", arguments, language),
            messages.getMessage("mail.meeting", arguments, language),
            messages.getMessage(kind.key() + ".next", arguments, language),
            messages.getMessage("mail.closing", arguments, language)),
        invitation.text(),
        invitation.method());
  }

  /** The link is for who takes part; who does not has no use for it. */
  private static String where(Kind kind, Plan plan) {
    return kind.comes() ? plan.where() : Objects.requireNonNullElse(plan.place(), "online");
  }

  /** The place and the link, each on a line of its own. */
  private static String places(Kind kind, Plan plan) {
    String where = where(kind, plan);
    String link = plan.link();
    return kind.comes() && link != null && !link.equals(where) ? where + "\n" + link : where;
  }

  /** One entry of one person for one meeting, also when the person leaves and joins again. */
  private static String entry(Event event, Who who) {
    return event.id().value()
        + "~"
        + UUID.nameUUIDFromBytes(who.person().getBytes(StandardCharsets.UTF_8))
        + "@samen";
  }
}
