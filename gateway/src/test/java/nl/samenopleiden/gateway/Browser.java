package nl.samenopleiden.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A person's browser or a program: keeps cookies of the front door, follows nothing by itself. */
final class Browser {

  private static final HttpClient http = HttpClient.newHttpClient();

  final Map<String, String> cookies = new HashMap<>();
  private final String home;

  Browser() {
    this(World.url());
  }

  Browser(String home) {
    this.home = home;
  }

  HttpResponse<String> get(String address, String... headers) {
    return send("GET", address, BodyPublishers.noBody(), headers);
  }

  /** Sends a form as a page of ours would. */
  HttpResponse<String> post(String address, String... headers) {
    return send("POST", address, BodyPublishers.ofString("a=b"), headers);
  }

  HttpResponse<String> send(
      String method, String address, HttpRequest.BodyPublisher body, String... headers) {
    URI uri = address.startsWith("/") ? URI.create(home + address) : URI.create(address);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(15)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    boolean ours = uri.toString().startsWith(home);
    if (ours && !cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      if (ours) {
        response.headers().allValues("Set-Cookie").forEach(this::keep);
      }
      return response;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Follows redirects from here to the page at the end. */
  HttpResponse<String> follow(String address) {
    HttpResponse<String> response = get(address);
    for (int i = 0; i < 10 && response.statusCode() / 100 == 3; i++) {
      response = get(location(response));
    }
    return response;
  }

  /** Signs in as Noor de Vries, teacher of board 90001. */
  Browser signedIn() {
    assertThat(follow("/partnership").statusCode()).isEqualTo(200);
    return this;
  }

  static String location(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new AssertionError("no Location with " + response.statusCode()));
  }

  static List<String> all(HttpResponse<?> response, String header) {
    return response.headers().allValues(header);
  }

  private void keep(String setCookie) {
    String[] pair = setCookie.split(";", 2)[0].split("=", 2);
    if (setCookie.contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }
}
