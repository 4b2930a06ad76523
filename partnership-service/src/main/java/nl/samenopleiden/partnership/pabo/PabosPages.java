package nl.samenopleiden.partnership.pabo;

import jakarta.servlet.http.HttpServletResponse;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pabos, for operators. */
@Controller
@RequestMapping("/partnership/pabos")
@Allowed(Role.OPERATOR)
final class PabosPages {

  private final Pabos pabos;
  private final Problems problems;

  PabosPages(Pabos pabos, Problems problems) {
    this.pabos = pabos;
    this.problems = problems;
  }

  @GetMapping
  String all(@RequestParam(defaultValue = "") String done, Model model) {
    return show(model, done, "", "", null);
  }

  @PostMapping
  String register(
      Access access,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String name,
      HttpServletResponse response,
      Model model) {
    return switch (pabos.register(access.caller().person(), code, name)) {
      case Outcome.Done<Pabo> _ -> "redirect:/partnership/pabos?done=registered";
      case Outcome.Refused<Pabo>(Refusal refusal) -> {
        response.setStatus(refusal.status());
        yield show(model, "", code, name, refusal);
      }
    };
  }

  private String show(
      Model model, String done, String code, String name, @Nullable Refusal refusal) {
    model.addAttribute("pabos", pabos.all());
    model.addAttribute("done", done);
    model.addAttribute("code", code);
    model.addAttribute("name", name);
    model.addAttribute("problem", refusal == null ? null : problems.words(refusal));
    model.addAttribute("problemField", refusal == null ? null : refusal.field());
    return "partnership/pabo/pabos";
  }
}
