package nl.samenopleiden.local.identity;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one says who one is. */
@Controller
final class SignInPage {

  private static final int MOST = 30;

  private final People people;

  SignInPage(People people) {
    this.people = people;
  }

  @GetMapping("/sign-in")
  String signIn(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String unknown,
      Model model) {
    String words = q.isBlank() ? unknown : q;
    model.addAttribute("words", words);
    model.addAttribute("unknown", unknown);
    model.addAttribute("found", words.isBlank() ? null : people.search(words, MOST));
    model.addAttribute("groups", people.shown());
    return "identity/sign-in";
  }

  @GetMapping("/")
  String start(@Nullable Principal signedIn, Model model) {
    if (signedIn != null) {
      people
          .withSubject(signedIn.getName())
          .ifPresent(user -> model.addAttribute("name", user.name()));
    }
    return "identity/start";
  }
}
