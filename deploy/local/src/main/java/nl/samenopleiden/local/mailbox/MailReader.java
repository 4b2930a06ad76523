package nl.samenopleiden.local.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.samenopleiden.local.mailbox.Mail.Attachment;
import org.jspecify.annotations.Nullable;

/** Reads a mail as it came over the line. */
final class MailReader {

  /** Tells to whom the mail was really delivered; put before the mail's own headers. */
  static final String DELIVERED_TO = "X-Delivered-To";

  private static final Session SESSION = Session.getInstance(new java.util.Properties());

  private final List<Attachment> attachments = new ArrayList<>();
  private String text = "";
  private String html = "";

  private MailReader() {}

  /** The Message-ID, or nothing when the mail has none. */
  static String messageId(byte[] content) {
    try {
      @Nullable String id = message(content).getMessageID();
      return id == null ? "" : id.strip();
    } catch (MessagingException unreadable) {
      return "";
    }
  }

  static Mail read(String id, Instant at, byte[] content) {
    MailReader reader = new MailReader();
    String from = "";
    String to = "";
    String subject = "";
    String date = "";
    try {
      MimeMessage message = message(content);
      from = decoded(header(message, "From"));
      to = header(message, DELIVERED_TO);
      subject = decoded(header(message, "Subject"));
      date = header(message, "Date");
      reader.part(message);
    } catch (MessagingException | IOException broken) {
      // It came, so it is shown, as far as it can be read.
      reader.text = new String(content, StandardCharsets.UTF_8);
    }
    List<String> names = reader.attachments.stream().map(Attachment::name).toList();
    return new Mail(
        new MailSummary(id, from, to, subject, at, names),
        date,
        reader.text.isEmpty() ? withoutTags(reader.html) : reader.text,
        reader.attachments);
  }

  private void part(Part part) throws MessagingException, IOException {
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
      for (int n = 0; n < several.getCount(); n++) {
        BodyPart each = several.getBodyPart(n);
        part(each);
      }
      return;
    }
    @Nullable String name = part.getFileName();
    boolean attached = name != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    byte[] content;
    try (InputStream in = part.getInputStream()) {
      content = in.readAllBytes();
    }
    if (!attached && part.isMimeType("text/plain") && text.isEmpty()) {
      text = new String(content, charset(part));
    } else if (!attached && part.isMimeType("text/html") && html.isEmpty()) {
      html = new String(content, charset(part));
    } else {
      int number = attachments.size();
      attachments.add(
          new Attachment(
              number,
              name == null ? "bijlage-" + (number + 1) : decoded(name),
              part.getContentType().replaceAll("\\s+", " "),
              content));
    }
  }

  private static Charset charset(Part part) {
    try {
      @Nullable String name = new ContentType(part.getContentType()).getParameter("charset");
      return name == null
          ? StandardCharsets.UTF_8
          : Charset.forName(MimeUtility.javaCharset(name), StandardCharsets.UTF_8);
    } catch (MessagingException | IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  private static String header(MimeMessage message, String name) throws MessagingException {
    String @Nullable [] values = message.getHeader(name);
    return values == null || values.length == 0 ? "" : MimeUtility.unfold(values[0]).strip();
  }

  private static String decoded(String header) {
    try {
      return MimeUtility.decodeText(header);
    } catch (java.io.UnsupportedEncodingException unknown) {
      return header;
    }
  }

  private static String withoutTags(String html) {
    return html.replaceAll("(?s)<(style|script).*?</\\1>", "")
        .replaceAll("(?i)<(br|/p|/div|/h[1-6]|/tr|/li)[^>]*>", "\n")
        .replaceAll("<[^>]+>", "")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .strip();
  }

  private static MimeMessage message(byte[] content) throws MessagingException {
    return new MimeMessage(SESSION, new ByteArrayInputStream(content));
  }
}
