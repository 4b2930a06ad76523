package nl.samenopleiden.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a repeated {@code POST} with the same {@code Idempotency-Key} by the same person with the
 * answer of the first, for a day. While the first is still being carried out the repeat is told to
 * come back. Paths that are idempotent by their nature (registering) do not need it and skip it.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

  /** Set by endpoints' paths that carry their own idempotency. */
  static final String NATURAL = "/registrations";

  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration GIVEN_UP = Duration.ofMinutes(2);

  record Answer(
      String request,
      Instant at,
      @org.jspecify.annotations.Nullable Integer status,
      @org.jspecify.annotations.Nullable String type,
      @org.jspecify.annotations.Nullable String location,
      @org.jspecify.annotations.Nullable String body) {}

  private final TenantCollection answers;
  private final Callers callers;
  private final Problems problems;
  private final JsonMapper json;
  private final Clock clock;

  IdempotencyFilter(
      Collections collections, Callers callers, Problems problems, JsonMapper json, Clock clock) {
    this.answers = collections.named("idempotency");
    this.callers = callers;
    this.problems = problems;
    this.json = json;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || request.getHeader("Idempotency-Key") == null
        || request.getRequestURI().endsWith(NATURAL);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Caller> caller = callers.current();
    if (caller.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    String key = hash(caller.get().person() + "\n" + request.getHeader("Idempotency-Key"));
    OwnedId id = new OwnedId(caller.get().home(), key);
    String what = hash(request.getRequestURI() + "\n" + request.getQueryString());
    Answer begun = new Answer(what, clock.instant(), null, null, null, null);
    if (!answers.insert(id, Documents.toBson(begun))) {
      Optional<Answer> earlier =
          answers
              .find(Scope.of(id.owner()), id)
              .map(found -> Documents.fromBson(found, Answer.class));
      Instant now = clock.instant();
      if (earlier.isPresent() && !isStale(earlier.get(), now)) {
        repeat(earlier.get(), what, response);
        return;
      }
      answers.remove(id);
      answers.insert(id, Documents.toBson(begun));
    }
    ContentCachingResponseWrapper caught = new ContentCachingResponseWrapper(response);
    boolean finished = false;
    try {
      chain.doFilter(request, caught);
      finished = true;
    } finally {
      if (finished && caught.getStatus() < 500) {
        Answer answer =
            new Answer(
                what,
                begun.at(),
                caught.getStatus(),
                caught.getContentType(),
                caught.getHeader("Location"),
                new String(caught.getContentAsByteArray(), StandardCharsets.UTF_8));
        answers.replace(id, new BsonDocument("status", BsonNull.VALUE), Documents.toBson(answer));
      } else {
        answers.remove(id);
      }
      caught.copyBodyToResponse();
    }
  }

  private static boolean isStale(Answer answer, Instant now) {
    return answer.at().plus(answer.status() == null ? GIVEN_UP : KEPT).isBefore(now);
  }

  private void repeat(Answer earlier, String what, HttpServletResponse response)
      throws IOException {
    if (!earlier.request().equals(what)) {
      refuse(new Refusal("idempotency-key-reused", 422, null, List.of()), response);
      return;
    }
    Integer status = earlier.status();
    if (status == null) {
      refuse(new Refusal("still-working", 409, null, List.of()), response);
      return;
    }
    response.setStatus(status);
    if (earlier.type() != null) {
      response.setContentType(earlier.type());
    }
    if (earlier.location() != null) {
      response.setHeader("Location", earlier.location());
    }
    if (earlier.body() != null) {
      response.getOutputStream().write(earlier.body().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void refuse(Refusal refusal, HttpServletResponse response) throws IOException {
    response.setStatus(refusal.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problems.detail(refusal)));
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
