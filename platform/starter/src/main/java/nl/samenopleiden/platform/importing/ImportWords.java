package nl.samenopleiden.platform.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Imports and what is wrong with lines, in the reader's language. */
public final class ImportWords {

  private final MessageSource messages;

  ImportWords(MessageSource messages) {
    this.messages = messages;
  }

  /** The import as it is shown. */
  public ImportView view(Import each) {
    Map<String, Integer> numbers = each.numbers();
    return new ImportView(
        each.id(),
        each.state(),
        each.fileName(),
        each.encoding(),
        each.separator(),
        each.rows(),
        each.done(),
        each.added(),
        each.changed(),
        each.moved(),
        each.unchanged(),
        each.rejected(),
        numbers == null ? Map.of() : numbers,
        refusal(each.refusal(), each.refusalArguments()),
        each.startedAt(),
        each.finishedAt());
  }

  /** The problem as it is shown. */
  public ImportView.ProblemView problem(LineProblem problem) {
    return new ImportView.ProblemView(
        problem.line(),
        problem.column(),
        problem.code(),
        words("import.problem." + problem.code(), problem.arguments()));
  }

  private ImportView.@Nullable RefusalView refusal(
      @Nullable String code, @Nullable List<String> arguments) {
    if (code == null) {
      return null;
    }
    List<String> known = arguments == null ? List.of() : arguments;
    return new ImportView.RefusalView(
        code,
        words("import.refusal." + code, known),
        words("import.refusal." + code + ".remedy", known));
  }

  private String words(String key, List<String> arguments) {
    Locale language = LocaleContextHolder.getLocale();
    return messages.getMessage(key, arguments.toArray(), language);
  }
}
