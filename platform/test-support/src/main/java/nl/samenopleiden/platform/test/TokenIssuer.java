package nl.samenopleiden.platform.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import nl.samenopleiden.platform.tenancy.Role;

/** An OpenID Connect issuer of the test's own: real keys, real signatures, also of bad tokens. */
public final class TokenIssuer {

  private final RSAKey key;
  private final RSAKey stranger;
  private final String issuer;

  TokenIssuer() {
    try {
      key = new RSAKeyGenerator(2048).keyID("test").generate();
      stranger = new RSAKeyGenerator(2048).keyID("test").generate();
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      issuer = "http://localhost:" + server.getAddress().getPort();
      String keys = new JWKSet(key.toPublicJWK()).toString();
      String discovery =
          """
          {"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/authorize",\
          "token_endpoint":"%1$s/token","subject_types_supported":["public"],\
          "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}
          """
              .formatted(issuer);
      serve(server, "/keys", keys);
      serve(server, "/.well-known/openid-configuration", discovery);
      server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
      server.start();
    } catch (JOSEException | IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The issuer's address. */
  public String issuer() {
    return issuer;
  }

  /** A good token of this person. */
  public String token(Person person) {
    return signed(key, claims(person).build());
  }

  /** A token that ended an hour ago. */
  public String expired(Person person) {
    Instant past = Instant.now().minus(Duration.ofHours(2));
    return signed(
        key,
        claims(person)
            .issueTime(Date.from(past))
            .notBeforeTime(Date.from(past))
            .expirationTime(Date.from(past.plus(Duration.ofHours(1))))
            .build());
  }

  /** A token for somebody else's service. */
  public String forAnotherAudience(Person person) {
    return signed(key, claims(person).audience("somebody-else").build());
  }

  /** A token that names another issuer. */
  public String ofAnotherIssuer(Person person) {
    return signed(key, claims(person).issuer("https://issuer.example").build());
  }

  /** A token signed with a key that is not the issuer's. */
  public String forged(Person person) {
    return signed(stranger, claims(person).build());
  }

  /** A token without a signature ({@code alg=none}). */
  public String unsigned(Person person) {
    return new PlainJWT(claims(person).build()).serialize();
  }

  private JWTClaimsSet.Builder claims(Person person) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience("samen")
            .subject(person.sub())
            .claim("name", person.name())
            .claim("email", person.email())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofHours(1))));
    if (person.role() == Role.PARTNER) {
      claims.claim("scope", "partner");
    } else {
      claims.claim("roles", List.of(person.role().text()));
    }
    if (person.board() != null) {
      claims.claim("board", person.board());
    }
    if (person.school() != null) {
      claims.claim("school", person.school());
    }
    if (person.pabo() != null) {
      claims.claim("pabo", person.pabo());
    }
    return claims;
  }

  private static String signed(RSAKey with, JWTClaimsSet claims) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(with));
      return token.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void serve(HttpServer server, String path, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          } catch (IOException gone) {
            throw new UncheckedIOException(gone);
          }
        });
  }
}
