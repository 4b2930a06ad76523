package nl.samenopleiden.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** A service as the gateway sees it: answers as told, and remembers what reached it. */
final class Upstream {

  /** A request as it arrived. */
  record Arrived(String method, String uri, Map<String, List<String>> headers, long bytes) {

    Optional<String> header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .flatMap(entry -> entry.getValue().stream())
          .findFirst();
    }

    List<String> headerNames() {
      return headers.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)).sorted().toList();
    }
  }

  private final String name;
  private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();
  private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private final int port;
  private HttpServer server;

  Upstream(String name) {
    this.name = name;
    this.server = listen(0);
    this.port = server.getAddress().getPort();
    reset();
  }

  String url() {
    return "http://localhost:" + port;
  }

  /** Stops listening, as a service that was killed. */
  void stop() {
    server.stop(0);
  }

  /** Listens again at the same address. */
  void start() {
    server = listen(port);
  }

  /** Back to answering everything, with nothing remembered. */
  void reset() {
    handlers.clear();
    arrived.clear();
    on(
        "/" + name + "/fragments/home",
        answer(200, "text/html", "<section class=\"tile\"><h2>" + name + " leeft</h2></section>"));
  }

  void on(String path, HttpHandler handler) {
    handlers.put(path, handler);
  }

  static HttpHandler answer(int status, String type, String body, String... headers) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    };
  }

  List<Arrived> arrived() {
    return List.copyOf(arrived);
  }

  List<Arrived> arrived(Predicate<Arrived> which) {
    return arrived.stream().filter(which).toList();
  }

  Arrived last() {
    return arrived.getLast();
  }

  private HttpServer listen(int at) {
    try {
      HttpServer listening = HttpServer.create(new InetSocketAddress("localhost", at), 512);
      listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      listening.createContext("/", this::handle);
      listening.start();
      return listening;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    Headers copy = new Headers();
    copy.putAll(exchange.getRequestHeaders());
    long bytes;
    try (InputStream body = exchange.getRequestBody()) {
      bytes = count(body);
    }
    arrived.add(
        new Arrived(exchange.getRequestMethod(), exchange.getRequestURI().toString(), copy, bytes));
    handlers
        .getOrDefault(
            exchange.getRequestURI().getPath(), answer(200, "text/plain", name + " answers"))
        .handle(exchange);
  }

  private static long count(InputStream body) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long all = 0;
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      all += read;
    }
    return all;
  }
}
