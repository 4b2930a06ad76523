package nl.samenopleiden.platform.web;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
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
    problem.setType(URI.create("urn:samen:problem:" + refusal.type()));
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

  /** The outcome as an answer: made by the function when done, a problem when refused. */
  public <T> ResponseEntity<?> answer(Outcome<T> outcome, Function<T, ResponseEntity<?>> done) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> done.apply(value);
      case Outcome.Refused<T>(Refusal refusal) -> response(refusal);
    };
  }

  private String word(String key, Object[] arguments, String otherwise, Locale locale) {
    String found = messages.getMessage(key, arguments, otherwise, locale);
    return found == null ? otherwise : found;
  }
}
