package nl.samenopleiden.professionalisation.meeting;

import java.util.ArrayList;
import java.util.List;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Something to read back, for who took part.
 *
 * @param number tells it from the meeting's other materials
 * @param link where it is, an https address
 */
public record Material(int number, String title, String link) {

  static final int MOST = 50;

  private static final int LONGEST_TITLE = 120;

  /** What somebody would like to publish. */
  record Draft(@Nullable String title, @Nullable String link) {

    /** What is wrong with it, field by field; empty when it can be published. */
    List<Refusal> check() {
      List<Refusal> wrong = new ArrayList<>();
      if (title == null || title.isBlank()) {
        wrong.add(Refusal.invalid("field-needed", "materialTitle"));
      } else if (title.strip().length() > LONGEST_TITLE) {
        wrong.add(Refusal.invalid("field-too-long", "materialTitle", LONGEST_TITLE));
      }
      if (link == null || link.isBlank()) {
        wrong.add(Refusal.invalid("field-needed", "materialLink"));
      } else if (link.strip().length() > Links.LONGEST) {
        wrong.add(Refusal.invalid("field-too-long", "materialLink", Links.LONGEST));
      } else if (!Links.isSafe(link.strip())) {
        wrong.add(Refusal.invalid("meeting-link-not-https", "materialLink"));
      }
      return wrong;
    }
  }
}
