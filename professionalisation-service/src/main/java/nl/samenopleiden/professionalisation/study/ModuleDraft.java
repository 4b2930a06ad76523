package nl.samenopleiden.professionalisation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Audience;
import nl.samenopleiden.professionalisation.course.Circle;
import nl.samenopleiden.professionalisation.course.CircleDraft;
import nl.samenopleiden.professionalisation.course.Links;
import nl.samenopleiden.professionalisation.course.Theme;
import nl.samenopleiden.professionalisation.study.Content.Step;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would like to offer, before anybody has looked whether it can be.
 *
 * @param link where the material is; with the minutes it stands for one step when there are none
 * @param minutes about how long that takes
 * @param audience the roles that it is for
 */
record ModuleDraft(
    @Nullable String title,
    @Nullable String learns,
    @Nullable List<String> themes,
    @Nullable String language,
    @Nullable String link,
    @Nullable Integer minutes,
    @Nullable List<StepDraft> steps,
    @Nullable List<String> audience,
    @Nullable CircleDraft circle) {

  /** Something to do. */
  record StepDraft(@Nullable String text, @Nullable String link, @Nullable Integer minutes) {

    Step step() {
      return new Step(
          Objects.requireNonNull(text).strip(),
          blank(link) ? null : Objects.requireNonNull(link).strip(),
          Objects.requireNonNull(minutes));
    }
  }

  static final int MOST_STEPS = 20;
  static final int MOST_MINUTES = 1_200;
  static final String DUTCH = "nl";
  static final List<String> LANGUAGES = List.of(DUTCH, "en");
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_LEARNS = 2_000;
  private static final int LONGEST_STEP = 500;

  /** What is wrong with it, field by field; empty when it can be offered. */
  List<Refusal> check() {
    List<Refusal> wrong = new ArrayList<>();
    text("title", title, LONGEST_TITLE, wrong);
    text("learns", learns, LONGEST_LEARNS, wrong);
    if (themes == null || themes.isEmpty()) {
      wrong.add(Refusal.invalid("field-needed", "themes"));
    } else if (!Theme.keys().containsAll(themes)) {
      wrong.add(Refusal.invalid("unknown-theme", "themes"));
    }
    if (language != null && !LANGUAGES.contains(language)) {
      wrong.add(Refusal.invalid("unknown-language", "language"));
    }
    if (wanted().isEmpty()) {
      checkMaterial(wrong);
    } else {
      checkSteps(wrong);
    }
    if (audience != null && !Audience.ROLES.containsAll(audience)) {
      wrong.add(Refusal.invalid("unknown-role", "audience"));
    }
    return wrong;
  }

  /** What it offers; only to be asked for when nothing is wrong with the draft. */
  Content content(Circle among) {
    String named = Objects.requireNonNull(title).strip();
    List<Step> whole =
        wanted().isEmpty()
            ? List.of(
                new Step(
                    named, Objects.requireNonNull(link).strip(), Objects.requireNonNull(minutes)))
            : wanted().stream().map(StepDraft::step).toList();
    return new Content(
        named,
        Objects.requireNonNull(learns).strip(),
        Objects.requireNonNull(themes).stream().distinct().toList(),
        language == null ? DUTCH : language,
        whole,
        new Audience(audience == null ? List.of() : audience.stream().distinct().toList(), among));
  }

  private List<StepDraft> wanted() {
    return steps == null ? List.of() : steps;
  }

  private void checkMaterial(List<Refusal> wrong) {
    if (blank(link)) {
      wrong.add(Refusal.invalid("field-needed", "link"));
    } else {
      link("link", link, wrong);
    }
    number("minutes", minutes, wrong);
  }

  private void checkSteps(List<Refusal> wrong) {
    if (!blank(link)) {
      wrong.add(Refusal.invalid("link-or-steps", "link"));
    }
    if (wanted().size() > MOST_STEPS) {
      wrong.add(Refusal.invalid("too-many", "steps", MOST_STEPS));
      return;
    }
    for (StepDraft each : wanted()) {
      if (each == null) {
        wrong.add(Refusal.invalid("field-needed", "steps"));
        continue;
      }
      text("steps", each.text(), LONGEST_STEP, wrong);
      link("steps", each.link(), wrong);
      number("steps", each.minutes(), wrong);
    }
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static void link(String field, @Nullable String value, List<Refusal> wrong) {
    if (value != null && !value.isBlank() && !Links.isSafe(value.strip())) {
      wrong.add(Refusal.invalid("not-a-link", field, Links.LONGEST));
    }
  }

  private static void text(String field, @Nullable String value, int longest, List<Refusal> wrong) {
    if (value == null || value.isBlank()) {
      wrong.add(Refusal.invalid("field-needed", field));
    } else if (value.strip().length() > longest) {
      wrong.add(Refusal.invalid("field-too-long", field, longest));
    }
  }

  private static void number(String field, @Nullable Integer value, List<Refusal> wrong) {
    if (value == null) {
      wrong.add(Refusal.invalid("field-needed", field));
    } else if (value < 1 || value > MOST_MINUTES) {
      wrong.add(Refusal.invalid("minutes-out-of-range", field, 1, MOST_MINUTES));
    }
  }
}
