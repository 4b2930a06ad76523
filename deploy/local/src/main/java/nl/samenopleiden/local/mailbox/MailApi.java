package nl.samenopleiden.local.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.samenopleiden.local.mailbox.Mailbox.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caught mails for programs: tests and the story. */
@RestController
@RequestMapping("/mail/api/messages")
final class MailApi {

  private static final int LARGEST_PAGE = 200;

  private final Mailbox mailbox;

  MailApi(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  /** An attachment, without its content. */
  record AttachmentView(int number, String name, String type, int size) {}

  /** One mail; {@code calendar} is the iCalendar object that came with it, if one did. */
  record MailView(
      String id,
      String from,
      String to,
      String subject,
      Instant at,
      String text,
      @Nullable String calendar,
      List<AttachmentView> attachments) {}

  @GetMapping
  Found find(
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    String address = to.strip().toLowerCase(Locale.ROOT);
    String words = subject.strip().toLowerCase(Locale.ROOT);
    return mailbox.find(
        mail -> mail.isTo(address) && mail.isAbout(words),
        Math.max(0, page),
        Math.clamp(size, 1, LARGEST_PAGE));
  }

  @GetMapping("/{id}")
  ResponseEntity<MailView> one(@PathVariable String id) {
    return ResponseEntity.of(mailbox.mail(id).map(MailApi::view));
  }

  private static MailView view(Mail mail) {
    MailSummary summary = mail.summary();
    return new MailView(
        summary.id(),
        summary.from(),
        summary.to(),
        summary.subject(),
        summary.at(),
        mail.text(),
        mail.calendar().orElse(null),
        mail.attachments().stream()
            .map(a -> new AttachmentView(a.number(), a.name(), a.type(), a.content().length))
            .toList());
  }
}
