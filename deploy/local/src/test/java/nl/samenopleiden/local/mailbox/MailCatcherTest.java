package nl.samenopleiden.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.samenopleiden.local.identity.RunningIdentity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MailCatcherTest {

  private static final String CALENDAR =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n";

  @TempDir private static Path folder;
  private static RunningIdentity identity;

  @BeforeAll
  static void start() throws Exception {
    identity = RunningIdentity.in(folder);
  }

  @AfterAll
  static void stop() {
    identity.close();
  }

  @Test
  void aMailThatComesTwiceIsShownOnceWithItsCalendarEntry() throws Exception {
    String to = "zoë.de.vries@bestuur1.example".replace("ë", "e");
    MimeMessage mail = mail("<one@samen>", to, "U heeft een plaats: Coachen één", CALENDAR);
    send(mail);
    send(mail);

    JsonNode found = find("to=" + to);
    assertThat(found.get("total").asInt()).isEqualTo(1);
    JsonNode summary = found.get("items").get(0);
    assertThat(summary.get("to").asString()).isEqualTo(to);
    assertThat(summary.get("subject").asString()).isEqualTo("U heeft een plaats: Coachen één");
    assertThat(summary.get("attachments").get(0).asString()).isEqualTo("uitnodiging.ics");

    String id = summary.get("id").asString();
    JsonNode one = RunningIdentity.json(identity.get("/mail/api/messages/" + id));
    assertThat(one.get("text").asString()).contains("Beste Zoë,");
    assertThat(one.get("calendar").asString()).isEqualTo(CALENDAR);

    HttpResponse<String> page = identity.get("/mail/" + id);
    assertThat(page.body()).contains("Beste Zoë,").contains("uitnodiging.ics");
    HttpResponse<String> entry = identity.get("/mail/" + id + "/attachments/0");
    assertThat(entry.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
    assertThat(entry.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment")
        .contains("uitnodiging.ics");
    assertThat(entry.body()).isEqualTo(CALENDAR);
    assertThat(identity.get("/mail/" + id + "/source").body()).contains("Message-ID: <one@samen>");
  }

  @Test
  void mailsAreFoundByAddressAndSubjectNewestFirst() throws Exception {
    send(mail("<a@samen>", "jan.smit@bestuur9.example", "Eerste bericht", null));
    send(mail("<b@samen>", "marjan.smit@bestuur9.example", "Tweede bericht", null));
    assertThat(subjects(find("to=jan.smit@bestuur9.example"))).containsExactly("Eerste bericht");
    assertThat(subjects(find("to=bestuur9"))).containsExactly("Tweede bericht", "Eerste bericht");
    assertThat(subjects(find("to=bestuur9&subject=tweede"))).containsExactly("Tweede bericht");
    assertThat(subjects(find("to=bestuur9&size=1&page=1"))).containsExactly("Eerste bericht");
    assertThat(identity.get("/mail?q=" + encoded("tweede bericht")).body())
        .contains("marjan.smit@bestuur9.example")
        .doesNotContain(">jan.smit@bestuur9.example");
    assertThat(identity.get("/mail/0123456789abcdef01234567").statusCode()).isEqualTo(404);
  }

  @Test
  void whatAMailSaysIsShownAsTextOnly() throws Exception {
    send(mail("<c@samen>", "x@bestuur8.example", "<script>alert(1)</script>", null));
    String id = find("to=x@bestuur8.example").get("items").get(0).get("id").asString();
    assertThat(identity.get("/mail/" + id).body()).doesNotContain("<script>");
    assertThat(identity.get("/mail").body()).doesNotContain("<script>");
  }

  @Test
  void mailsAreThereAfterARestartAndStillShownOnce(@TempDir Path other) throws Exception {
    MimeMessage mail = mail("<kept@samen>", "kept@bestuur1.example", "Blijft", null);
    try (RunningIdentity before = RunningIdentity.in(other)) {
      send(mail, before);
    }
    try (RunningIdentity after = RunningIdentity.in(other)) {
      send(mail, after);
      JsonNode found = RunningIdentity.json(after.get("/mail/api/messages?to=kept"));
      assertThat(subjects(found)).containsExactly("Blijft");
    }
  }

  @Test
  void withoutItsIndexTheMailboxReadsTheMailsThemselves(@TempDir Path other) throws Exception {
    try (RunningIdentity before = RunningIdentity.in(other)) {
      send(mail("<i1@samen>", "x@bestuur1.example", "Een", null), before);
      send(mail("<i2@samen>", "x@bestuur1.example", "Twee", CALENDAR), before);
    }
    Path index = other.resolve("mail/index.jsonl");
    Files.writeString(index, Files.readString(index).substring(0, 200));
    try (RunningIdentity after = RunningIdentity.in(other)) {
      JsonNode found = RunningIdentity.json(after.get("/mail/api/messages"));
      assertThat(subjects(found)).containsExactly("Twee", "Een");
      assertThat(Files.readAllLines(index)).hasSize(2);
    }
  }

  @Test
  void onlyTheLatestAreKept(@TempDir Path other) throws Exception {
    try (RunningIdentity small = RunningIdentity.in(other, "--samen.mail.most=3")) {
      for (int n = 1; n <= 5; n++) {
        send(mail("<" + n + "@samen>", "a@bestuur1.example", "Mail " + n, null), small);
      }
      JsonNode found = RunningIdentity.json(small.get("/mail/api/messages"));
      assertThat(subjects(found)).containsExactly("Mail 5", "Mail 4", "Mail 3");
      assertThat(other.resolve("mail").toFile().list((_, name) -> name.endsWith(".eml")))
          .hasSize(3);
    }
  }

  @Test
  void aBurstOfMailsIsCaughtWhole() throws Exception {
    int many = 1_000;
    List<Callable<@Nullable Void>> sends = new ArrayList<>();
    for (int n = 0; n < many; n++) {
      String number = String.valueOf(n);
      sends.add(
          () -> {
            send(mail("<burst" + number + "@samen>", "burst@bestuur2.example", number, CALENDAR));
            return null;
          });
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<@Nullable Void> sent : threads.invokeAll(sends)) {
        sent.get();
      }
    }
    await()
        .untilAsserted(
            () ->
                assertThat(find("to=burst@bestuur2.example").get("total").asInt()).isEqualTo(many));
  }

  private static JsonNode find(String query) throws Exception {
    return RunningIdentity.json(identity.get("/mail/api/messages?" + query));
  }

  private static List<String> subjects(JsonNode found) {
    List<String> subjects = new ArrayList<>();
    found.get("items").forEach(item -> subjects.add(item.get("subject").asString()));
    return subjects;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void send(MimeMessage mail) throws MessagingException {
    send(mail, identity);
  }

  private static void send(MimeMessage mail, RunningIdentity to) throws MessagingException {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(to.part(MailCatcher.class).port()));
    try (Transport transport = Session.getInstance(properties).getTransport("smtp")) {
      transport.connect();
      transport.sendMessage(mail, mail.getAllRecipients());
    }
  }

  private static MimeMessage mail(
      String messageId, String to, String subject, @Nullable String calendar)
      throws MessagingException {
    MimeMessage mail =
        new MimeMessage(Session.getInstance(new Properties())) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
          }
        };
    mail.setFrom(new InternetAddress("samen@samen.example"));
    mail.setRecipient(RecipientType.TO, new InternetAddress(to));
    mail.setSubject(subject, "UTF-8");
    String text = "Beste Zoë,\n\nTot dan.\n";
    if (calendar == null) {
      mail.setText(text, "UTF-8");
    } else {
      MimeBodyPart words = new MimeBodyPart();
      words.setText(text, "UTF-8");
      MimeBodyPart entry = new MimeBodyPart();
      entry.setDataHandler(
          new jakarta.activation.DataHandler(
              new jakarta.mail.util.ByteArrayDataSource(
                  calendar.getBytes(StandardCharsets.UTF_8),
                  "text/calendar; charset=utf-8; method=PUBLISH")));
      entry.setFileName("uitnodiging.ics");
      mail.setContent(new MimeMultipart(words, entry));
    }
    mail.saveChanges();
    return mail;
  }
}
