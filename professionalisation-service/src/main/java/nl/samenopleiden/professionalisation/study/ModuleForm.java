package nl.samenopleiden.professionalisation.study;

import java.util.ArrayList;
import java.util.List;
import nl.samenopleiden.platform.web.FormFields;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.CircleForm;
import nl.samenopleiden.professionalisation.course.FormId;
import nl.samenopleiden.professionalisation.study.ModuleDraft.StepDraft;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new module, as it was typed. Its {@code id} was made with the empty form, so that
 * sending it twice is one module.
 *
 * @param stepTexts what there is to do, a text for each row of the form; empty rows do not matter
 * @param stepLinks where, one for each row
 * @param stepMinutes how long it takes, one for each row
 */
record ModuleForm(
    String id,
    String title,
    String learns,
    List<String> themes,
    String language,
    String link,
    String minutes,
    List<String> stepTexts,
    List<String> stepLinks,
    List<String> stepMinutes,
    List<String> audience,
    CircleForm circle) {

  private static final int FEWEST_ROWS = 5;
  private static final int EMPTY_ROWS = 2;

  ModuleForm(
      @Nullable String id,
      @Nullable String title,
      @Nullable String learns,
      @Nullable List<String> themes,
      @Nullable String language,
      @Nullable String link,
      @Nullable String minutes,
      @Nullable List<String> stepTexts,
      @Nullable List<String> stepLinks,
      @Nullable List<String> stepMinutes,
      @Nullable List<String> audience,
      @Nullable CircleForm circle) {
    this.id = FormId.sent(id);
    this.title = FormFields.text(title);
    this.learns = FormFields.text(learns);
    this.themes = themes == null ? List.of() : List.copyOf(themes);
    this.language = language == null ? ModuleDraft.DUTCH : FormFields.text(language);
    this.link = FormFields.text(link);
    this.minutes = FormFields.text(minutes);
    this.stepTexts = texts(stepTexts);
    this.stepLinks = texts(stepLinks);
    this.stepMinutes = texts(stepMinutes);
    this.audience = audience == null ? List.of() : List.copyOf(audience);
    this.circle = circle == null ? CircleForm.empty() : circle;
  }

  private static List<String> texts(@Nullable List<String> typed) {
    return typed == null ? List.of() : typed.stream().map(FormFields::text).toList();
  }

  static ModuleForm empty() {
    return new ModuleForm(null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /** How many rows for steps the form shows: a few more than were filled in. */
  public int rows() {
    int filled = 0;
    for (int row = 0; row < ModuleDraft.MOST_STEPS; row++) {
      if (!isEmpty(row)) {
        filled = row + 1;
      }
    }
    return Math.clamp(filled + EMPTY_ROWS, FEWEST_ROWS, ModuleDraft.MOST_STEPS);
  }

  /** What was typed as the step of this row, the first is 0. */
  public String stepText(int row) {
    return at(stepTexts, row);
  }

  /** The link that was typed in this row. */
  public String stepLink(int row) {
    return at(stepLinks, row);
  }

  /** The minutes that were typed in this row. */
  public String stepMinutes(int row) {
    return at(stepMinutes, row);
  }

  private boolean isEmpty(int row) {
    return stepText(row).isEmpty() && stepLink(row).isEmpty() && stepMinutes(row).isEmpty();
  }

  private static String at(List<String> typed, int row) {
    return row < typed.size() ? typed.get(row) : "";
  }

  /** The fields that hold something, but nothing that can be read. */
  List<Refusal> unreadable() {
    List<Refusal> wrong = new ArrayList<>();
    FormFields.number("minutes", minutes, wrong);
    stepMinutes.stream()
        .filter(each -> !each.isEmpty() && FormFields.number(each) == null)
        .findFirst()
        .ifPresent(each -> FormFields.number("steps", each, wrong));
    return wrong;
  }

  ModuleDraft draft() {
    List<StepDraft> steps = new ArrayList<>();
    for (int row = 0; row < ModuleDraft.MOST_STEPS; row++) {
      if (!isEmpty(row)) {
        steps.add(new StepDraft(stepText(row), stepLink(row), FormFields.number(stepMinutes(row))));
      }
    }
    return new ModuleDraft(
        title,
        learns,
        themes,
        language,
        link,
        FormFields.number(minutes),
        steps,
        audience,
        circle.draft());
  }
}
