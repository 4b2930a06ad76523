package nl.samenopleiden.events.invitation;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import nl.samenopleiden.events.evening.Details;
import nl.samenopleiden.platform.mail.Invitation.State;
import nl.samenopleiden.platform.mail.Mail;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Moments;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The letters: in Dutch, with a line in English that leads to the page, which speaks both. */
@Component
final class Letters {

  private static final Locale DUTCH = Locale.of("nl");

  private final MessageSource messages;
  private final String address;
  private final String sender;

  Letters(
      MessageSource messages,
      @Value("${samen.public-url}") String address,
      @Value("${samen.mail-from}") String from)
      throws AddressException {
    this.messages = messages;
    this.address = address;
    this.sender = new InternetAddress(from).getAddress();
  }

  /** You are invited. */
  Mail invitation(Invitation to, OwnedId evening, Details details, String organiser) {
    return letter("invitation", to, evening, details, organiser, false);
  }

  /** It is called off. */
  Mail calledOff(Invitation to, OwnedId evening, Details details, String organiser) {
    return letter("called-off", to, evening, details, organiser, true);
  }

  private Mail letter(
      String kind,
      Invitation to,
      OwnedId evening,
      Details details,
      String organiser,
      boolean cancelled) {
    String link = address + "/events/evenings/" + evening.value();
    String when = Moments.inWords(details.startsAt(), DUTCH);
    Object[] words = {
      to.name(), organiser, details.title(), when, details.place(), details.summary(), link
    };
    var entry =
        new nl.samenopleiden.platform.mail.Invitation(
            evening.value() + "@samen",
            cancelled ? 1 : 0,
            details.title(),
            details.place(),
            details.summary() + "\n" + link,
            details.startsAt(),
            details.length(),
            cancelled ? State.CANCELLED : State.TENTATIVE,
            sender,
            to.email());
    return new Mail(
        to.email(),
        word(kind, "subject", words),
        Mail.paragraphs(
            word(kind, "greeting", words),
            word(kind, "first", words),
            word(kind, "facts", words),
            word(kind, "next", words),
            word(kind, "english", words),
            word(kind, "close", words)),
        entry.text(),
        entry.method());
  }

  private String word(String kind, String part, Object[] words) {
    return messages.getMessage("mail." + kind + "." + part, words, DUTCH);
  }
}
