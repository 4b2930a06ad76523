package nl.samenopleiden.platform.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the endpoints and pages of every kind of import have in common: taking a file in, and
 * showing how its import is.
 *
 * @param <R> what a row says
 */
public final class ImportDesk<R> {

  private static final int AUTOMATIC_SECONDS = 3;

  private final Imports<R> imports;
  private final ImportWords words;
  private final Problems problems;
  private final String service;
  private final String name;

  /** A recent import with its time in words. */
  public record Recent(ImportView its, String started) {}

  /**
   * The desk of one kind.
   *
   * @param service the name of the service, which is the first part of its addresses
   * @param name the last part of the kind's addresses, for example {@code school-imports}
   */
  public ImportDesk(
      Imports<R> imports, ImportWords words, Problems problems, String service, String name) {
    this.imports = imports;
    this.words = words;
    this.problems = problems;
    this.service = service;
    this.name = name;
  }

  /** Takes a file in that came as a field of a form. */
  public Outcome<Import> take(Owner owner, String by, @Nullable MultipartFile file)
      throws IOException {
    if (file == null || (file.isEmpty() && nameOf(file).isEmpty())) {
      return Outcome.refused(Refusal.invalid("file-needed", "file"));
    }
    try (InputStream content = file.getInputStream()) {
      return imports.begin(owner, by, nameOf(file), content);
    }
  }

  /**
   * Takes a file in that came as a field of a form, and says which page follows: the report, or the
   * form again with the refusal.
   *
   * @param form the form's view
   */
  public String page(
      Owner owner,
      String by,
      @Nullable MultipartFile file,
      String form,
      HttpServletResponse response,
      Model model)
      throws IOException {
    return switch (take(owner, by, file)) {
      case Outcome.Done<Import>(Import begun) ->
          "redirect:/" + service + "/" + name + "/" + begun.id();
      case Outcome.Refused<Import>(Refusal refusal) -> {
        response.setStatus(refusal.status());
        form(Scope.of(owner), refusal, model);
        yield form;
      }
    };
  }

  /** Takes a file in that came as the body. */
  public Outcome<Import> take(Owner owner, String by, String fileName, InputStream body)
      throws IOException {
    return imports.begin(owner, by, fileName, body);
  }

  /** Where the import can be followed, or why it did not begin. */
  public ResponseEntity<?> answer(Outcome<Import> outcome) {
    return problems.answer(
        outcome,
        begun ->
            ResponseEntity.accepted()
                .location(URI.create("/api/" + service + "/" + name + "/" + begun.id()))
                .body(words.view(begun)));
  }

  /**
   * How an import is.
   *
   * @throws RefusedException when it is not in scope
   */
  public ImportView view(Scope scope, String id) {
    return imports.find(scope, id).map(words::view).orElseThrow(RefusedException::notFound);
  }

  /** How this import is. */
  public ImportView view(Import its) {
    return words.view(its);
  }

  /** What is wrong with the lines that were left out. */
  public Page<ImportView.ProblemView> problems(Scope scope, String id, PageRequest page) {
    view(scope, id);
    return imports.problems(scope, id, page).map(words::problem);
  }

  /** Puts what the form for a file shows into the model: the recent imports, and a refusal. */
  public void form(Scope scope, @Nullable Refusal refusal, Model model) {
    Page<Import> recent = imports.page(scope, new PageRequest(0, 10));
    model.addAttribute(
        "recent",
        recent.items().stream()
            .map(each -> new Recent(words.view(each), inWords(each.startedAt())))
            .toList());
    model.addAttribute("desk", name);
    model.addAttribute("problem", refusal == null ? null : problems.words(refusal));
  }

  /**
   * Puts what the report shows into the model.
   *
   * @param automatic whether a reader without JavaScript wants the page to come again by itself
   */
  public void report(
      Scope scope,
      String id,
      PageRequest page,
      boolean automatic,
      HttpServletResponse response,
      Model model) {
    ImportView view = view(scope, id);
    model.addAttribute("desk", name);
    model.addAttribute("its", view);
    model.addAttribute("started", inWords(view.startedAt()));
    model.addAttribute("finished", view.finishedAt() == null ? "" : inWords(view.finishedAt()));
    model.addAttribute("problems", problems(scope, id, page));
    model.addAttribute("automatic", automatic);
    if (automatic && !view.finished()) {
      response.setHeader("Refresh", Integer.toString(AUTOMATIC_SECONDS));
    }
  }

  private static String nameOf(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name == null ? "" : name;
  }

  private static String inWords(Instant time) {
    return Moments.inWords(time, LocaleContextHolder.getLocale());
  }
}
