package nl.samenopleiden.platform.mail;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.OwnedId;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Sends mails that were queued, each under a name of its own: queueing the same name twice is one
 * mail, and its Message-ID is made of that name, so that a receiver sees one mail even when the
 * sender fell over between sending and noting it.
 */
public final class Mailer implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Mailer.class);
  private static final Duration IDLE = Duration.ofSeconds(2);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(20);
  private static final int MOST_AT_ONCE = 100;

  private final TenantCollection queue;
  private final JavaMailSenderImpl sender;
  private final String from;
  private final Clock clock;
  private final Semaphore hints = new Semaphore(0);
  private volatile boolean running;

  Mailer(Collections collections, JavaMailSenderImpl sender, String from, Clock clock) {
    this.queue = collections.named("mails");
    this.sender = sender;
    this.from = from;
    this.clock = clock;
  }

  /**
   * Queues a mail. It survives a crash from the moment that this returns.
   *
   * @param name the mail's own name within its owner: the same name is the same mail
   */
  public void queue(OwnedId name, Mail mail) {
    BsonDocument document =
        new BsonDocument("mail", Documents.toBson(mail))
            .append("waiting", BsonBoolean.TRUE)
            .append("due", new BsonDateTime(clock.millis()));
    if (queue.insert(name, document)) {
      hints.release();
    }
  }

  /** How many mails wait to be sent, counted up to 1,000. */
  public int waiting() {
    return queue.waiting(Filters.eq("waiting", true), 1_000).size();
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("mailer").start(this::sendForEver);
  }

  @Override
  public void stop() {
    running = false;
    hints.release();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void sendForEver() {
    while (running) {
      try {
        if (hints.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
          hints.drainPermits();
        }
        while (running && sendSome()) {
          hints.drainPermits();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failed) {
        if (running) {
          log.warn("mail: the queue could not be read: {}", failed.toString());
        }
      }
    }
  }

  private boolean sendSome() {
    var due =
        queue.waiting(
            Filters.and(
                Filters.eq("waiting", true), Filters.lte("due", new BsonDateTime(clock.millis()))),
            MOST_AT_ONCE);
    // All over one connection: making one takes ten times as long as sending a mail.
    Connection connection = new Connection(sender);
    try (connection) {
      due.forEach(each -> send(each, connection));
    }
    return due.size() == MOST_AT_ONCE;
  }

  private void send(BsonDocument each, Connection connection) {
    OwnedId name = OwnedId.parse(each.getString("_id").getValue());
    try {
      connection.send(message(name, Documents.fromBson(each.getDocument("mail"), Mail.class)));
      // The address and the words are not kept longer than it takes to send them.
      queue.update(
          name,
          null,
          Updates.combine(
              Updates.unset("mail"),
              Updates.unset("waiting"),
              Updates.set("sent", new BsonDateTime(clock.millis()))));
    } catch (MailException | MessagingException failed) {
      connection.close();
      log.warn("mail: {} is tried again later: {}", name.value(), failed.getClass().getName());
      Instant again = clock.instant().plus(RETRY_AFTER);
      queue.update(name, null, Updates.set("due", new BsonDateTime(again.toEpochMilli())));
    }
  }

  private MimeMessage message(OwnedId name, Mail mail) throws MessagingException {
    // Spring's own message knows the kinds of files already; an ordinary one reads them each time.
    MimeMessage message = sender.createMimeMessage();
    MimeMessageHelper helper =
        new MimeMessageHelper(message, mail.calendar() != null, StandardCharsets.UTF_8.name());
    helper.setFrom(from);
    helper.setTo(mail.to());
    helper.setSubject(mail.subject());
    helper.setText(mail.text());
    helper.setSentDate(Date.from(clock.instant()));
    if (mail.calendar() != null) {
      helper.addAttachment(
          "uitnodiging.ics",
          new ByteArrayResource(mail.calendar().getBytes(StandardCharsets.UTF_8)),
          "text/calendar; charset=utf-8; method=" + mail.calendarMethod());
    }
    message.saveChanges();
    // Saving gives a random one.
    message.setHeader("Message-ID", "<" + messageId(name) + "@samen>");
    return message;
  }

  private static UUID messageId(OwnedId name) {
    return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A connection to the mail server, made when it is needed. */
  private static final class Connection implements AutoCloseable {
    private final JavaMailSenderImpl sender;
    private @Nullable Transport open;

    Connection(JavaMailSenderImpl sender) {
      this.sender = sender;
    }

    void send(MimeMessage message) throws MessagingException {
      Transport transport = open;
      if (transport == null || !transport.isConnected()) {
        transport = sender.getSession().getTransport(protocol());
        transport.connect(
            sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
        open = transport;
      }
      transport.sendMessage(message, message.getAllRecipients());
    }

    @Override
    public void close() {
      Transport transport = open;
      open = null;
      try {
        if (transport != null) {
          transport.close();
        }
      } catch (MessagingException gone) {
        log.debug("mail: the connection was gone already: {}", gone.toString());
      }
    }

    private String protocol() {
      String protocol = sender.getProtocol();
      return protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol;
    }
  }
}
