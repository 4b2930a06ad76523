package nl.samenopleiden.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Turns what went wrong into a problem detail for machines, or a page for people. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ApiProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(ApiProblemAdvice.class);

  private final Problems problems;
  private final LayoutModel layout;

  ApiProblemAdvice(Problems problems, LayoutModel layout) {
    this.problems = problems;
    this.layout = layout;
  }

  @ExceptionHandler(RefusedException.class)
  Object refused(RefusedException refused, HttpServletRequest request) {
    return answer(refused.refusal(), request);
  }

  @ExceptionHandler(MethodArgumentNotValidException.class)
  Object invalid(MethodArgumentNotValidException invalid, HttpServletRequest request) {
    ProblemDetail problem = problems.detail(new Refusal("invalid-request", 422, null, List.of()));
    problem.setProperty(
        "errors",
        invalid.getFieldErrors().stream()
            .map(
                error ->
                    Map.of(
                        "field",
                        error.getField(),
                        "message",
                        String.valueOf(error.getDefaultMessage())))
            .toList());
    invalid.getFieldErrors().stream()
        .findFirst()
        .ifPresent(error -> problem.setProperty("field", error.getField()));
    return ResponseEntity.status(422).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
  }

  @ExceptionHandler({
    HttpMessageNotReadableException.class,
    MethodArgumentTypeMismatchException.class,
    IllegalArgumentException.class
  })
  Object unreadable(Exception unreadable, HttpServletRequest request) {
    // What a path or a filter names in a form that no id has does not exist.
    return answer(
        unreadable instanceof HttpMessageNotReadableException
            ? new Refusal("unreadable-request", 400, null, List.of())
            : Refusal.NOT_FOUND,
        request);
  }

  @ExceptionHandler(Exception.class)
  Object failed(Exception failure, HttpServletRequest request) throws Exception {
    if (failure instanceof org.springframework.security.core.AuthenticationException
        || failure instanceof org.springframework.security.access.AccessDeniedException) {
      throw failure;
    }
    if (failure instanceof ErrorResponse response) {
      HttpStatusCode status = response.getStatusCode();
      String type =
          switch (status.value()) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 413 -> "too-large";
            case 415 -> "media-type-not-supported";
            default -> status.is4xxClientError() ? "invalid-request" : "failure";
          };
      return answer(new Refusal(type, status.value(), null, List.of()), request);
    }
    log.error("request failed", failure);
    return answer(
        new Refusal("failure", HttpStatus.INTERNAL_SERVER_ERROR.value(), null, List.of()), request);
  }

  private Object answer(Refusal refusal, HttpServletRequest request) {
    if (wantsPage(request)) {
      ModelAndView page =
          new ModelAndView(
              "platform/problem",
              Map.of("words", problems.words(refusal), "layout", layout.layout(request)));
      page.setStatus(HttpStatusCode.valueOf(refusal.status()));
      return page;
    }
    return problems.response(refusal);
  }

  private static boolean wantsPage(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }
}
