package nl.samenopleiden.gateway.home;

import java.net.URI;
import java.time.Duration;
import nl.samenopleiden.gateway.problems.Languages;
import nl.samenopleiden.gateway.routes.FrontDoor;
import nl.samenopleiden.gateway.routes.LocalPath;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /lang?to=en&back=/path} keeps the language that a reader chose, and goes back. */
@RestController
final class LanguageChoice {

  private final FrontDoor frontDoor;

  LanguageChoice(FrontDoor frontDoor) {
    this.frontDoor = frontDoor;
  }

  @GetMapping("/lang")
  ResponseEntity<Void> choose(
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String back) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(LocalPath.of(back)));
    if (to != null && Languages.named(to) != null) {
      answer.header(
          HttpHeaders.SET_COOKIE,
          ResponseCookie.from(Languages.COOKIE, to)
              .path("/")
              .httpOnly(true)
              .secure(frontDoor.isSecure())
              .sameSite("Lax")
              .maxAge(Duration.ofDays(365))
              .build()
              .toString());
    }
    return answer.build();
  }
}
