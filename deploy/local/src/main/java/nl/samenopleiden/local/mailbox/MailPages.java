package nl.samenopleiden.local.mailbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenopleiden.local.mailbox.Mail.Attachment;
import nl.samenopleiden.local.mailbox.Mailbox.Found;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The caught mails for people. */
@Controller
@RequestMapping("/mail")
final class MailPages {

  private static final int SIZE = 50;
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
  private static final DateTimeFormatter DUTCH =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH.mm 'uur'", Locale.of("nl"));
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);

  private final Mailbox mailbox;

  MailPages(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  /** A mail in the list. */
  record Line(String id, String to, String subject, String when, int attachments) {}

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    String words = q.strip().toLowerCase(Locale.ROOT);
    Found found =
        mailbox.find(mail -> mail.isTo(words) || mail.isAbout(words), Math.max(0, page), SIZE);
    model.addAttribute("words", q);
    model.addAttribute("number", found.number());
    model.addAttribute("total", found.total());
    model.addAttribute("pages", Math.max(1, (found.total() + SIZE - 1) / SIZE));
    model.addAttribute("lines", found.items().stream().map(MailPages::line).toList());
    return "mailbox/list";
  }

  @GetMapping("/{id:[0-9a-f]+}")
  String one(@PathVariable String id, Model model) {
    Mail mail = found(mailbox.mail(id));
    model.addAttribute("mail", mail);
    model.addAttribute("when", inWords(mail.summary().at()));
    return "mailbox/mail";
  }

  /** The mail as it came, to open in a mail program. */
  @GetMapping("/{id:[0-9a-f]+}/source")
  ResponseEntity<byte[]> source(@PathVariable String id) {
    return download(
        id + ".eml", MediaType.parseMediaType("message/rfc822"), found(mailbox.source(id)));
  }

  @GetMapping("/{id:[0-9a-f]+}/attachments/{number:[0-9]{1,3}}")
  ResponseEntity<byte[]> attachment(@PathVariable String id, @PathVariable int number) {
    List<Attachment> all = found(mailbox.mail(id)).attachments();
    Attachment wanted = found(all.stream().filter(a -> a.number() == number).findFirst());
    return download(wanted.name(), type(wanted), wanted.content());
  }

  private static ResponseEntity<byte[]> download(String name, MediaType type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content);
  }

  private static MediaType type(Attachment attachment) {
    try {
      return MediaType.parseMediaType(attachment.type());
    } catch (InvalidMediaTypeException nonsense) {
      return MediaType.APPLICATION_OCTET_STREAM;
    }
  }

  private static Line line(MailSummary mail) {
    return new Line(
        mail.id(), mail.to(), mail.subject(), inWords(mail.at()), mail.attachments().size());
  }

  private static String inWords(Instant at) {
    boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
    return (english ? ENGLISH : DUTCH).format(at.atZone(HERE));
  }

  private static <T> T found(Optional<T> sought) {
    return sought.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
