package nl.samenopleiden.gateway;

import static nl.samenopleiden.gateway.Upstream.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.samenopleiden.gateway.breakers.Breakers;
import nl.samenopleiden.gateway.routes.Service;
import nl.samenopleiden.gateway.routes.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ServiceAwayTest extends FrontDoorTest {

  private static final String API = "/api/events/evenings";

  @Autowired Breakers breakers;

  private boolean stopped;

  @BeforeEach
  @AfterEach
  void everythingUp() {
    if (stopped) {
      events.start();
      stopped = false;
    }
    breakers.reset();
  }

  private void stopEvents() {
    events.stop();
    stopped = true;
  }

  private static String[] token() {
    return bearer(issuer.token("noor", "90001"));
  }

  @Test
  void machinesAreToldWhichServiceIsAwayAndWhenToComeBack() {
    stopEvents();
    HttpResponse<String> answer = browser().get(API, token());
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(answer.body())
        .contains(
            "\"type\":\"urn:samen:problem:service-away\"",
            "\"service\":\"events\"",
            "\"remedy\":",
            "Bijeenkomsten is nu niet bereikbaar");
    assertThat(browser().get("/api/placement/students", token()).statusCode()).isEqualTo(200);
  }

  @Test
  void peopleAreToldWhatStillWorks() {
    Browser person = browser().signedIn();
    stopEvents();
    HttpResponse<String> page = person.get("/events/evenings");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body())
        .contains(
            "<title>Bijeenkomsten is nu niet bereikbaar – Samen</title>",
            "De andere onderdelen werken gewoon",
            "href=\"/partnership\"",
            "href=\"/placement\"",
            "Noor de Vries",
            "/gateway/assets/samen.css")
        .doesNotContain("<li><a href=\"/events\"");
  }

  @Test
  void aServiceThatFailsIsLeftAloneForAMomentAndThenTriedAgain() {
    stopEvents();
    IntStream.range(0, 12).forEach(_ -> browser().get(API, token()));
    events.start();
    stopped = false;
    HttpResponse<String> leftAlone = browser().get(API, token());
    assertThat(leftAlone.statusCode()).isEqualTo(503);
    assertThat(events.arrived()).isEmpty();
    // The breaker of pages is another one.
    assertThat(browser().get("/events", token()).statusCode()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(browser().get(API, token()).statusCode()).isEqualTo(200));
  }

  @Test
  void refusalsAndFaultsOfAServiceAreItsAnswers() {
    events.on(
        API, answer(500, "application/problem+json", "{\"type\":\"urn:samen:problem:failure\"}"));
    for (int i = 0; i < 15; i++) {
      HttpResponse<String> fault = browser().get(API, token());
      assertThat(fault.statusCode()).isEqualTo(500);
      assertThat(fault.body()).contains("urn:samen:problem:failure");
    }
    assertThat(browser().get(API + "/x", token()).statusCode()).isEqualTo(200);
  }

  @Test
  void anAnswerThatSaysUnavailableIsReplaced() {
    events.on(API, answer(503, "text/plain", "stack trace", "X-Secret", "1"));
    HttpResponse<String> answer = browser().get(API, token());
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("service-away").doesNotContain("stack trace");
    assertThat(answer.headers().firstValue("X-Secret")).isEmpty();
  }

  @Test
  void aSlowServiceIsNotWaitedForLong() {
    CountDownLatch enough = new CountDownLatch(1);
    events.on(
        API,
        exchange -> {
          try {
            enough.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    HttpResponse<String> answer = browser().get(API, token());
    enough.countDown();
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("service-away");
  }

  @Test
  void whatOnlyReadsIsAskedOnceMoreWhenTheConnectionIsLost() {
    AtomicInteger asked = new AtomicInteger();
    events.on(
        API,
        exchange -> {
          if (asked.incrementAndGet() == 1) {
            exchange.close();
          } else {
            answer(200, "text/plain", "again").handle(exchange);
          }
        });
    HttpResponse<String> answer = browser().get(API, token());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("again");
    assertThat(asked).hasValue(2);
  }

  @Test
  void whatChangesSomethingIsNeverSentTwice() {
    AtomicInteger asked = new AtomicInteger();
    events.on(
        API,
        exchange -> {
          asked.incrementAndGet();
          exchange.close();
        });
    HttpResponse<String> answer = browser().post(API, token());
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(asked).hasValue(1);
  }

  @Test
  void anUploadOfThirtyMegabytesStreamsThrough() {
    HttpResponse<String> answer = upload(30 * 1024 * 1024);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(events.last().bytes()).isEqualTo(30L * 1024 * 1024);
  }

  @Test
  void clientsThatBreakOffTheirUploadDoNotCloseTheServiceForOthers() throws IOException {
    for (int i = 0; i < 20; i++) {
      try (Socket socket = new Socket("localhost", World.port)) {
        socket.setSoLinger(true, 0);
        String[] authorization = token();
        socket
            .getOutputStream()
            .write(
                ("POST "
                        + API
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
                        + authorization[0]
                        + ": "
                        + authorization[1]
                        + "\r\n\r\nhalf a ")
                    .getBytes(StandardCharsets.US_ASCII));
      }
    }
    for (int i = 0; i < 10; i++) {
      assertThat(browser().get(API, token()).statusCode()).isEqualTo(200);
    }
    assertThat(
            breakers
                .before(
                    new Target(new Service("events", URI.create(events.url())), Target.Kind.API))
                .getMetrics()
                .getNumberOfFailedCalls())
        .isZero();
  }

  @Test
  void moreThanThatIsRefusedBeforeItIsSent() {
    HttpResponse<String> answer = upload(32 * 1024 * 1024);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("urn:samen:problem:too-large");
    assertThat(events.arrived()).isEmpty();
  }

  private static HttpResponse<String> upload(long bytes) {
    return browser()
        .send(
            "POST",
            API,
            BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(
                    () -> new java.io.BufferedInputStream(new Zeros(bytes))),
                bytes),
            bearer(issuer.token("noor", "90001"), "Content-Type", "text/csv"));
  }

  private static final class Zeros extends InputStream {

    private long left;

    Zeros(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
      if (left <= 0) {
        return -1;
      }
      int now = (int) Math.min(left, most);
      left -= now;
      return now;
    }
  }
}
