package nl.samenopleiden.professionalisation.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.samenopleiden.platform.mail.Mail;
import nl.samenopleiden.platform.mail.Mailer;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.evaluation.Evaluation.Subject;
import nl.samenopleiden.professionalisation.registration.Seats;
import nl.samenopleiden.professionalisation.registration.Seats.Mailbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Asks those who were at a course by mail what they think of it, each once: the mail has the name
 * of the person's seat, so that a crash loses none, and what is done again is one mail.
 */
@Component
final class EvaluationMails {

  private static final int AT_ONCE = 200;

  private final Invitees invitees;
  private final Participants participants;
  private final Seats seats;
  private final Mailer mailer;
  private final MessageSource messages;
  private final String publicUrl;

  EvaluationMails(
      Invitees invitees,
      Participants participants,
      Seats seats,
      Mailer mailer,
      MessageSource messages,
      @Value("${samen.public-url}") String publicUrl) {
    this.invitees = invitees;
    this.participants = participants;
    this.seats = seats;
    this.mailer = mailer;
    this.messages = messages;
    this.publicUrl = publicUrl;
  }

  /**
   * Invites those who were there and have not been invited: also who is marked present later on.
   */
  void invite(Stored<Course> course) {
    List<OwnedId> waiting = invitees.uninvited(participants.scope(course.id()), course.id());
    for (int from = 0; from < waiting.size(); from += AT_ONCE) {
      List<OwnedId> some = waiting.subList(from, Math.min(from + AT_ONCE, waiting.size()));
      invite(course, participants.there(course.id(), some));
    }
  }

  private void invite(Stored<Course> course, List<OwnedId> there) {
    Map<OwnedId, Mailbox> mailboxes = seats.mailboxes(there);
    for (OwnedId each : there) {
      Mailbox mailbox = mailboxes.get(each);
      if (mailbox != null && !mailbox.email().isBlank()) {
        mailer.queue(
            new OwnedId(each.owner(), "evaluation~" + each.value()), mail(course, mailbox));
      }
      invitees.invited(each);
    }
  }

  private Mail mail(Stored<Course> course, Mailbox mailbox) {
    Locale language = Locale.of(mailbox.language());
    Subject about = Subject.of(course.state());
    Object[] arguments = {
      mailbox.name(),
      about.title(),
      publicUrl + "/professionalisation/courses/" + course.id().value() + "/evaluation",
      Moments.inWords(about.closesAt(), language),
      Evaluation.FEWEST
    };
    return Mail.of(
        mailbox.email(),
        messages.getMessage("mail.evaluation.subject", arguments, language),
        Mail.paragraphs(
            messages.getMessage("mail.greeting", arguments, language),
            messages.getMessage("mail.evaluation.text", arguments, language),
            messages.getMessage("mail.evaluation.link", arguments, language),
            messages.getMessage("mail.evaluation.anonymous", arguments, language),
            messages.getMessage("mail.closing", arguments, language)));
  }
}
