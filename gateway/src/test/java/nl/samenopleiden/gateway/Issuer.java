package nl.samenopleiden.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** An OpenID Connect provider that signs in whoever comes, as the person that the test names. */
final class Issuer {

  private final RSAKey rsa;
  private final ECKey ec;
  private final RSAKey stranger;
  private final int port;
  private HttpServer server;

  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final Map<String, String> refreshes = new ConcurrentHashMap<>();

  /** Counted by tests. */
  final AtomicInteger refreshed = new AtomicInteger();

  final AtomicInteger keysFetched = new AtomicInteger();

  /** Set by tests. */
  volatile Duration lifetime = Duration.ofMinutes(10);

  volatile boolean refusesRefresh;
  volatile UnaryOperator<JWTClaimsSet.Builder> twist = UnaryOperator.identity();

  Issuer(int at) {
    try {
      this.rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
      this.ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
      this.stranger = new RSAKeyGenerator(2048).keyID("stranger").generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    this.server = listen(at);
    this.port = server.getAddress().getPort();
  }

  String url() {
    return "http://localhost:" + port;
  }

  void stop() {
    server.stop(0);
  }

  void start() {
    server = listen(port);
  }

  void reset() {
    lifetime = Duration.ofMinutes(10);
    refusesRefresh = false;
    twist = UnaryOperator.identity();
    refreshed.set(0);
  }

  // --- tokens for the API ---------------------------------------------------------------------

  /** A good token of a teacher of this board. */
  String token(String person, String board) {
    return token(person, board, _ -> {});
  }

  String token(String person, String board, Consumer<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims = claims(person).claim("board", board);
    change.accept(claims);
    return signed(rsa, JWSAlgorithm.RS256, "JWT", claims.build());
  }

  String tokenOfPabo(String person, String pabo) {
    return signed(rsa, JWSAlgorithm.RS256, "JWT", claims(person).claim("pabo", pabo).build());
  }

  String signedWith(JWSAlgorithm algorithm) {
    return signed(
        algorithm.equals(JWSAlgorithm.ES256) ? ec : rsa, algorithm, "JWT", claims("p").build());
  }

  String ofType(String type) {
    return signed(rsa, JWSAlgorithm.RS256, type, claims("p").build());
  }

  String signedByStranger(String keyId) {
    try {
      RSAKey posing = new RSAKey.Builder(stranger).keyID(keyId).build();
      return signed(posing, JWSAlgorithm.RS256, "JWT", claims("p").build());
    } catch (IllegalStateException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String unsigned() {
    return new PlainJWT(claims("p").build()).serialize();
  }

  /** Signed with our public key as if it were a shared secret: the oldest trick there is. */
  String signedWithPublicKeyAsSecret() {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(), claims("p").build());
      token.sign(new MACSigner(rsa.toRSAPublicKey().getEncoded()));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private JWTClaimsSet.Builder claims(String person) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(url())
        .subject(person)
        .audience(List.of("samen"))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))))
        .claim("name", "Noor de Vries")
        .claim("email", "noor@bestuur.example")
        .claim("roles", List.of("teacher"));
  }

  private static String signed(JWK key, JWSAlgorithm algorithm, String type, JWTClaimsSet claims) {
    try {
      JWSHeader.Builder header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID());
      header.type(new JOSEObjectType(type));
      SignedJWT token = new SignedJWT(header.build(), claims);
      JWSSigner signer =
          key instanceof ECKey pair ? new ECDSASigner(pair) : new RSASSASigner(key.toRSAKey());
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  // --- the provider ---------------------------------------------------------------------------

  private HttpServer listen(int at) {
    try {
      HttpServer listening = HttpServer.create(new InetSocketAddress("localhost", at), 128);
      listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      listening.createContext("/.well-known/openid-configuration", this::discovery);
      listening.createContext("/jwks", this::keys);
      listening.createContext("/authorize", this::authorize);
      listening.createContext("/token", this::tokens);
      listening.start();
      return listening;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  private void discovery(HttpExchange exchange) throws IOException {
    json(
        exchange,
        200,
        """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
         "jwks_uri":"%1$s/jwks","end_session_endpoint":"%1$s/bye",
         "subject_types_supported":["public"],"response_types_supported":["code"],
         "id_token_signing_alg_values_supported":["RS256"]}\
        """
            .formatted(url()));
  }

  private void keys(HttpExchange exchange) throws IOException {
    keysFetched.incrementAndGet();
    json(exchange, 200, new JWKSet(List.of(rsa, ec)).toPublicJWKSet().toString());
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void tokens(HttpExchange exchange) throws IOException {
    Map<String, String> asked =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String credentials =
        "Basic "
            + Base64.getEncoder()
                .encodeToString("samen-gateway:geheim".getBytes(StandardCharsets.UTF_8));
    if (!credentials.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      json(exchange, 401, "{\"error\":\"invalid_client\"}");
    } else if ("refresh_token".equals(asked.get("grant_type"))) {
      refreshed.incrementAndGet();
      String person = refreshes.remove(asked.get("refresh_token"));
      if (person == null || refusesRefresh) {
        json(exchange, 400, "{\"error\":\"invalid_grant\"}");
      } else {
        json(exchange, 200, answer(person, ""));
      }
    } else {
      Map<String, String> begun = codes.remove(String.valueOf(asked.get("code")));
      if (begun == null
          || !challenge(asked.getOrDefault("code_verifier", ""))
              .equals(begun.get("code_challenge"))) {
        json(exchange, 400, "{\"error\":\"invalid_grant\"}");
      } else {
        json(exchange, 200, answer("noor", begun.getOrDefault("nonce", "")));
      }
    }
  }

  private String answer(String person, String nonce) {
    String refresh = UUID.randomUUID().toString();
    refreshes.put(refresh, person);
    Date end = Date.from(Instant.now().plus(lifetime));
    String access =
        signed(
            rsa,
            JWSAlgorithm.RS256,
            "at+jwt",
            twist
                .apply(
                    claims(person)
                        .claim("board", "90001")
                        .jwtID(UUID.randomUUID().toString())
                        .expirationTime(end))
                .build());
    String identity =
        signed(
            rsa,
            JWSAlgorithm.RS256,
            "JWT",
            new JWTClaimsSet.Builder(claims(person).build())
                .audience("samen-gateway")
                .claim("nonce", nonce)
                .build());
    return """
    {"access_token":"%s","token_type":"Bearer","expires_in":%d,"refresh_token":"%s",
     "id_token":"%s","scope":"openid profile email"}\
    """
        .formatted(access, lifetime.toSeconds(), refresh, identity);
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Map<String, String> parameters(String text) {
    Map<String, String> found = new HashMap<>();
    Arrays.stream(text.split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(
            pair ->
                found.put(
                    pair[0],
                    pair.length == 1 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return found;
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
