package nl.samenopleiden.local.identity;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An identity provider with its mail catcher, in a folder and on ports of its own. */
public final class RunningIdentity implements AutoCloseable {

  static final String GATEWAY = "http://localhost:9";
  static final String KEY = "the key of this test";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  private RunningIdentity(ConfigurableApplicationContext context, String address) {
    this.context = context;
    this.address = address;
  }

  /** Starts one; what it keeps stands in the folder. */
  public static RunningIdentity in(Path folder, String... more) throws IOException {
    return on(freePort(), folder, more);
  }

  static RunningIdentity on(int port, Path folder, String... more) {
    String address = "http://localhost:" + port;
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=" + port,
                "--samen.identity.issuer=" + address,
                "--samen.identity.public-url=" + GATEWAY,
                "--samen.identity.state=" + folder.resolve("identity"),
                "--samen.identity.client-secret=gateway's secret",
                "--samen.identity.partner-secret=partner's secret",
                "--samen.identity.demo-key=" + KEY,
                "--samen.mail.folder=" + folder.resolve("mail"),
                "--samen.mail.smtp-port=0"));
    for (String each : more) {
      // Said twice, an argument would be a list.
      arguments.removeIf(given -> given.startsWith(each.substring(0, each.indexOf('=') + 1)));
      arguments.add(each);
    }
    return new RunningIdentity(
        IdentityApplication.start(arguments.toArray(String[]::new)), address);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** A part of the running application. */
  public <T> T part(Class<T> kind) {
    return context.getBean(kind);
  }

  public String address() {
    return address;
  }

  /** A browser: keeps cookies, follows nothing by itself. */
  static HttpClient browser() {
    return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  public HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(client, request(path, headers).build());
  }

  HttpResponse<String> post(String path, String type, String body, String... headers)
      throws Exception {
    return send(
        client,
        request(path, headers)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            path.startsWith("http") ? URI.create(path) : URI.create(address + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  static HttpResponse<String> send(HttpClient client, HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  public static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** The claims of a token that our published key signed. */
  Map<String, Object> claims(String token) throws Exception {
    SignedJWT jwt = SignedJWT.parse(token);
    var key =
        JWKSet.parse(get("/oauth2/jwks").body())
            .getKeyByKeyId(jwt.getHeader().getKeyID())
            .toRSAKey();
    if (!jwt.verify(new RSASSAVerifier(key))) {
      throw new AssertionError("not signed with our key");
    }
    return jwt.getJWTClaimsSet().getClaims();
  }

  @Override
  public void close() {
    context.close();
  }
}
