package nl.samenopleiden.platform.web;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import nl.samenopleiden.platform.store.Outcome;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Refusals as problem details (RFC 9457), in the reader's language. */
public final class Problems {

  private final MessageSource messages;

  Problems(MessageSource messages) {
    this.messages = messages;
  }

  /** What is shown to a person: title, explanation, what to do. */
  public record Words(String title, String detail, String remedy) {}

  /** The refusal in words, in the language of the current request. */
  public Words words(Refusal refusal) {
    Locale locale = LocaleContextHolder.getLocale();
    Object[] arguments =
        refusal.arguments().stream()
            .map(each -> each instanceof Instant time ? Moments.inWords(time, locale) : each)
            .toArray();
    String key = "problem." + refusal.type();
    return new Words(
        word(key + ".title", arguments, refusal.type(), locale),
        word(key + ".detail", arguments, "", locale),
        word(key + ".remedy", arguments, "", locale));
  }

  /** The refusal as a problem detail. */
  public ProblemDetail detail(Refusal refusal) {
    Words words = words(refusal);
    ProblemDetail problem = ProblemDetail.forStatus(refusal.status());
    problem.setType(URI.create(type(refusal)));
    problem.setTitle(words.title());
    problem.setDetail(words.detail());
    if (!words.remedy().isEmpty()) {
      problem.setProperty("remedy", words.remedy());
    }
    if (refusal.field() != null) {
      problem.setProperty("field", refusal.field());
    }
    return problem;
  }

  /** The refusal as a whole answer. */
  public ResponseEntity<Object> response(Refusal refusal) {
    return ResponseEntity.status(refusal.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail(refusal));
  }

  /**
   * Several refusals as a whole answer: the first as the problem, and all of them in {@code
   * errors}.
   */
  public ResponseEntity<Object> response(List<Refusal> refusals) {
    ProblemDetail problem = detail(refusals.getFirst());
    problem.setProperty(
        "errors",
        refusals.stream()
            .map(
                each ->
                    Map.of(
                        "field", String.valueOf(each.field()),
                        "type", type(each),
                        "message", words(each).detail()))
            .toList());
    return ResponseEntity.status(refusals.getFirst().status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /**
   * What is wrong with each field, the first refusal of each, in their order.
   *
   * @param otherwise the field of a refusal that names none
   */
  public SequencedMap<String, String> byField(List<Refusal> refusals, String otherwise) {
    SequencedMap<String, String> errors = new LinkedHashMap<>();
    for (Refusal each : refusals) {
      errors.putIfAbsent(each.field() == null ? otherwise : each.field(), words(each).detail());
    }
    return errors;
  }

  /** The outcome as an answer: made by the function when done, a problem when refused. */
  public <T> ResponseEntity<?> answer(Outcome<T> outcome, Function<T, ResponseEntity<?>> done) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> done.apply(value);
      case Outcome.Refused<T>(Refusal refusal) -> response(refusal);
    };
  }

  private static String type(Refusal refusal) {
    return "urn:samen:problem:" + refusal.type();
  }

  private String word(String key, Object[] arguments, String otherwise, Locale locale) {
    String found = messages.getMessage(key, arguments, otherwise, locale);
    return found == null ? otherwise : found;
  }
}
