package nl.samenopleiden.platform.test;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The platform as a test of one service sees it. */
public final class Samen {

  private static final AtomicInteger BOARDS = new AtomicInteger(50_000);
  private static final AtomicInteger PABOS = new AtomicInteger();

  private final Environment environment;
  private final Surroundings around;
  private @Nullable Broker broker;

  Samen(Environment environment, Surroundings around) {
    this.environment = environment;
    this.around = around;
  }

  /** Somebody with this role, of no organisation yet. */
  public Person person(Role role) {
    return Person.with(role);
  }

  /** A board's number that nothing else uses. */
  public String freshBoard() {
    return Integer.toString(BOARDS.incrementAndGet());
  }

  /** A pabo's short name that nothing else uses. */
  public String freshPabo() {
    return "pabo-" + PABOS.incrementAndGet();
  }

  /** Talks to the service as this person. */
  public Client as(Person person) {
    return withToken(issuer().token(person));
  }

  /** Talks to the service with this token. */
  public Client withToken(String token) {
    return anonymous().header("Authorization", "Bearer " + token);
  }

  /** Talks to the service as nobody. */
  public Client anonymous() {
    return new Client(address(), Map.of());
  }

  /** The service's own address. */
  public String address() {
    return "http://localhost:" + environment.getRequiredProperty("local.server.port");
  }

  /** Makes tokens, also bad ones. */
  public TokenIssuer issuer() {
    return around.issuer();
  }

  /** Tells that a pabo and a board agreed on a partnership, and waits until the service knows. */
  public void partners(String pabo, String board) {
    Owner owner = Owner.board(board);
    tell(
        "partnership",
        "partnership",
        new OwnedId(owner, pabo),
        "PartnershipAgreed",
        Map.of("pabo", pabo, "board", board));
    Person asker = person(Role.TEACHER).ofBoard(board);
    String path =
        "/api/"
            + environment.getRequiredProperty("spring.application.name")
            + "/operations/partners";
    await(
        () -> {
          if (!as(asker).get(path).body().contains("\"pabo:" + pabo + "\"")) {
            throw new AssertionError("the partnership is not known yet");
          }
        });
  }

  /** Tells an event as the other service would; the sequence counts up for each aggregate. */
  public void tell(String service, String aggregate, OwnedId id, String type, Object fact) {
    broker().tell(service, aggregate, id, type, fact);
  }

  /** Tells an event with this sequence and these bytes, for duplicates, late and broken ones. */
  public void tell(
      String service, String aggregate, OwnedId id, long sequence, String type, String data) {
    broker().tell(service, aggregate, id, sequence, type, data.getBytes(StandardCharsets.UTF_8));
  }

  /** The facts of this type that the service has told so far. */
  public List<Heard> heard(String type) {
    return heard().stream().filter(each -> each.type().equals(type)).toList();
  }

  /** All facts that the service has told so far, in the order of their arrival per aggregate. */
  public List<Heard> heard() {
    return broker().heard();
  }

  /** The mails that this address has got so far. */
  public List<ReceivedMail> mailsTo(String address) {
    GreenMail mail = around.mail();
    return Arrays.stream(mail.getReceivedMessages())
        .filter(message -> isTo(message, address))
        .map(Samen::received)
        .toList();
  }

  /** Waits, at most 30 seconds, until this holds. */
  public void await(ThrowingRunnable condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(condition);
  }

  private synchronized Broker broker() {
    Broker known = broker;
    if (known == null) {
      known =
          new Broker(
              around.kafka(),
              environment.getRequiredProperty("samen.topic-prefix"),
              environment.getRequiredProperty("spring.application.name"));
      broker = known;
    }
    return known;
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      return Arrays.stream(message.getAllRecipients())
          .anyMatch(
              to ->
                  to instanceof InternetAddress internet
                      && internet.getAddress().equalsIgnoreCase(address));
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static ReceivedMail received(MimeMessage message) {
    try {
      String text = "";
      String calendar = "";
      if (message.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          BodyPart part = parts.getBodyPart(i);
          if (part.isMimeType("text/calendar")) {
            try (InputStream content = part.getInputStream()) {
              calendar = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            }
          } else if (part.isMimeType("text/plain")) {
            text = String.valueOf(part.getContent());
          } else if (part.getContent() instanceof Multipart inner) {
            text = words(inner);
          }
        }
      } else {
        text = String.valueOf(message.getContent());
      }
      return new ReceivedMail(
          message.getMessageID(), message.getSubject(), text.replace("\r\n", "\n"), calendar);
    } catch (MessagingException | IOException unreadable) {
      throw new IllegalStateException(GreenMailUtil.getHeaders(message), unreadable);
    }
  }

  private static String words(Multipart parts) throws MessagingException, IOException {
    for (int i = 0; i < parts.getCount(); i++) {
      if (parts.getBodyPart(i).isMimeType("text/plain")) {
        return String.valueOf(parts.getBodyPart(i).getContent());
      }
      if (parts.getBodyPart(i).getContent() instanceof Multipart inner) {
        return words(inner);
      }
    }
    return "";
  }
}
