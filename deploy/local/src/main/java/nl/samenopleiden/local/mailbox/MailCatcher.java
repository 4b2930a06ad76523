package nl.samenopleiden.local.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mail in over SMTP, for any address, and sends none on. */
final class MailCatcher implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(MailCatcher.class);
  private static final int LARGEST = 10 * 1024 * 1024;
  private static final int TRY_AGAIN = 451;
  private static final int TOO_LARGE = 552;

  private final Mailbox mailbox;
  private final MailSettings settings;
  private @Nullable SMTPServer server;

  MailCatcher(Mailbox mailbox, MailSettings settings) {
    this.mailbox = mailbox;
    this.settings = settings;
  }

  @Override
  public void start() {
    try {
      mailbox.open();
      SMTPServer fresh =
          SMTPServer.port(settings.smtpPort())
              .bindAddress(InetAddress.getByName(settings.smtpAddress()))
              .hostName("localhost")
              .softwareName("Samen")
              .backlog(1024)
              .maxConnections(64)
              .maxMessageSize(LARGEST)
              .insertReceivedHeaders(false)
              .executorService(
                  Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("smtp-", 0).factory()))
              .messageHandlerFactory(_ -> new OneMail())
              .build();
      fresh.start();
      server = fresh;
      log.info("mail is caught on port {}, and kept in {}", port(), settings.folder());
    } catch (IOException failed) {
      throw new IllegalStateException(
          "mails cannot be kept in " + settings.folder() + ": " + failed.getMessage(), failed);
    }
  }

  @Override
  public void stop() {
    SMTPServer running = server;
    if (running != null) {
      running.stop();
      server = null;
    }
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }

  /** Where mail comes in. */
  int port() {
    SMTPServer running = server;
    return running == null ? settings.smtpPort() : running.getPortAllocated();
  }

  private final class OneMail implements MessageHandler {

    private final List<String> recipients = new ArrayList<>();

    @Override
    public void from(String sender) {}

    @Override
    public void recipient(String address) {
      recipients.add(address);
    }

    @Override
    public @Nullable String data(InputStream in) throws RejectException, IOException {
      byte[] content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw new RejectException(TOO_LARGE, "at most 10 MB");
      }
      try {
        mailbox.keep(recipients, content);
        return null;
      } catch (IOException failed) {
        log.warn("mail: one could not be kept: {}", failed.toString());
        throw new RejectException(TRY_AGAIN, "could not be kept, try again later");
      }
    }

    @Override
    public void done() {}
  }
}
