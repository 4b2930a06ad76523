package nl.samenopleiden.professionalisation.study;

import java.util.List;
import nl.samenopleiden.professionalisation.course.Circle;
import org.jspecify.annotations.Nullable;

/** What happens to modules, as the other services hear it: nothing in it says who follows one. */
final class StudyFacts {

  private StudyFacts() {}

  /**
   * A module can be followed.
   *
   * @param audience the roles that it is for
   * @param boards the numbers of those that it is for; with the schools empty means all
   * @param schools the location codes of those that it is for
   */
  record StudyModuleOffered(
      String id,
      String title,
      String learns,
      List<String> themes,
      String language,
      int minutes,
      int steps,
      List<String> audience,
      List<String> boards,
      List<String> schools) {}

  record StudyModuleWithdrawn(String id) {}

  /** Somebody has begun. */
  record StudyStarted(
      String module, String pabo, String title, List<String> themes, @Nullable String school) {}

  /** Somebody has done all of it. */
  record StudyFinished(
      String module,
      String pabo,
      String title,
      List<String> themes,
      int minutes,
      @Nullable String school) {}

  /** Somebody has stopped before the end, or has not been heard of for a long time. */
  record StudyStopped(String module, String pabo) {}

  static StudyModuleOffered offered(String id, Content content) {
    Circle circle = content.audience().circle();
    return new StudyModuleOffered(
        id,
        content.title(),
        content.learns(),
        content.themes(),
        content.language(),
        content.minutes(),
        content.steps().size(),
        content.audience().roles(),
        circle.boards(),
        circle.schools().stream().map(Circle.School::code).toList());
  }
}
