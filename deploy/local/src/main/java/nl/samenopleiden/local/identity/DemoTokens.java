package nl.samenopleiden.local.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives access tokens to whoever has the key of this installation: the command line and tests.
 * Without a key in the environment there is no such endpoint.
 */
@RestController
final class DemoTokens {

  private static final int MOST = 50_000;
  private static final int LONGEST_MINUTES = 24 * 60;

  private final People people;
  private final AccessTokens tokens;
  private final IdentitySettings settings;
  private final JsonMapper json;

  DemoTokens(People people, AccessTokens tokens, IdentitySettings settings, JsonMapper json) {
    this.people = people;
    this.tokens = tokens;
    this.settings = settings;
    this.json = json;
  }

  /**
   * For whom.
   *
   * @param users user names of demonstration users
   * @param people others, whatever their claims
   * @param minutes how long the tokens are good, 30 unless told; negative: they ended so long ago
   * @param audience what they are for, the platform unless told
   */
  record Wanted(
      @Nullable List<String> users,
      @Nullable List<TokenPerson> people,
      @Nullable Integer minutes,
      @Nullable String audience) {}

  /** Answers user name (or subject, for others) to token, in the order asked. */
  @PostMapping("/demo/tokens")
  ResponseEntity<?> tokens(
      @RequestHeader(name = "X-Demo-Key", required = false) @Nullable String key,
      HttpServletRequest request)
      throws IOException {
    if (settings.demoKey().isBlank()) {
      return ResponseEntity.notFound().build();
    }
    if (key == null || !same(key, settings.demoKey())) {
      return refuse(HttpStatus.FORBIDDEN, "X-Demo-Key is not the key of this installation");
    }
    Wanted wanted;
    try {
      wanted = json.readValue(request.getInputStream(), Wanted.class);
    } catch (JacksonException unreadable) {
      return refuse(HttpStatus.BAD_REQUEST, unreadable.getOriginalMessage());
    }
    Map<String, TokenPerson> named = new LinkedHashMap<>();
    for (String userName : orNone(wanted.users())) {
      var user = people.named(userName);
      if (user.isEmpty()) {
        return refuse(HttpStatus.BAD_REQUEST, "nobody has the user name " + userName);
      }
      named.put(userName, TokenPerson.of(user.get()));
    }
    orNone(wanted.people()).forEach(person -> named.put(person.sub(), person));
    if (named.size() > MOST) {
      return refuse(HttpStatus.BAD_REQUEST, "at most " + MOST + " tokens at once");
    }
    int minutes = wanted.minutes() == null ? (int) Protocol.ACCESS.toMinutes() : wanted.minutes();
    if (minutes == 0 || Math.abs(minutes) > LONGEST_MINUTES) {
      return refuse(HttpStatus.BAD_REQUEST, "minutes is not 0, and at most a day");
    }
    String audience = wanted.audience() == null ? Protocol.AUDIENCE : wanted.audience();
    return ResponseEntity.ok(signed(named, audience, Duration.ofMinutes(minutes)));
  }

  /** Signing is all the work: on every core. */
  private Map<String, String> signed(
      Map<String, TokenPerson> named, String audience, Duration life) {
    List<String> signed =
        new ArrayList<>(named.values())
            .parallelStream().map(person -> tokens.of(person, audience, life)).toList();
    Map<String, String> answer = LinkedHashMap.newLinkedHashMap(signed.size());
    int next = 0;
    for (String name : named.keySet()) {
      answer.put(name, signed.get(next++));
    }
    return answer;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static ResponseEntity<ProblemDetail> refuse(HttpStatus status, String detail) {
    return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail)).build();
  }
}
