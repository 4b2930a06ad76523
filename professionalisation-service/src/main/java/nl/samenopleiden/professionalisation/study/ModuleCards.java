package nl.samenopleiden.professionalisation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.professionalisation.course.CourseWords;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import nl.samenopleiden.professionalisation.study.Content.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Modules as pages show them, in the reader's language. */
@Component
final class ModuleCards {

  /**
   * What a page shows of one module.
   *
   * @param audience whom it is for, in words
   * @param everyone whether it is for all who register for courses
   * @param state how far the reader is: {@code none}, {@code begun} or {@code finished}
   * @param done how many steps the reader has done
   */
  record Card(
      String id,
      String title,
      String learns,
      List<String> themes,
      String language,
      String length,
      List<StepLine> steps,
      String audience,
      boolean everyone,
      String pabo,
      boolean withdrawn,
      String state,
      int done) {}

  /** One of its steps; the first has number 1. */
  record StepLine(int number, String text, @Nullable String link, String length, boolean done) {}

  private final CourseWords words;
  private final Organisations organisations;

  ModuleCards(CourseWords words, Organisations organisations) {
    this.words = words;
    this.organisations = organisations;
  }

  Card card(OwnedId id, StudyModule module, @Nullable Study mine) {
    Locale language = LocaleContextHolder.getLocale();
    Content content = module.content();
    Set<Integer> done = mine instanceof Study.Begun begun ? begun.done() : Set.of();
    boolean finished = mine instanceof Study.Finished;
    return new Card(
        id.value(),
        content.title(),
        content.learns(),
        content.themes(),
        content.language(),
        words.length(content.minutes(), language),
        steps(content, done, finished, language),
        words.audienceInShort(content.audience(), language),
        content.audience().everyone(),
        organisations.name(id.owner()),
        module instanceof StudyModule.Withdrawn,
        mine instanceof Study.Begun ? "begun" : finished ? "finished" : "none",
        finished ? content.steps().size() : done.size());
  }

  private List<StepLine> steps(
      Content content, Set<Integer> done, boolean finished, Locale language) {
    List<StepLine> lines = new ArrayList<>();
    for (Step each : content.steps()) {
      int number = lines.size() + 1;
      lines.add(
          new StepLine(
              number,
              each.text(),
              each.link(),
              words.length(each.minutes(), language),
              finished || done.contains(number)));
    }
    return lines;
  }
}
