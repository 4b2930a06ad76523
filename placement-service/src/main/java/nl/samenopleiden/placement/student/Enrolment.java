package nl.samenopleiden.placement.student;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.web.Refusal;

/**
 * Who a student is.
 *
 * @param number the pabo's own student number
 * @param email in lower case; who signs in with this address is this student
 * @param year which year of the programme, 1 to 4
 * @param themes what the student is interested in
 */
public record Enrolment(String number, String name, String email, int year, List<Theme> themes) {

  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,19}");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@,;<>]{1,64}@[^\\s@,;<>]+\\.[^\\s@,;<>]+");
  private static final Pattern BETWEEN_THEMES = Pattern.compile("[|,;\\s]+");
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_EMAIL = 200;

  public Enrolment {
    themes = List.copyOf(themes);
  }

  /** As it was typed or imported, every field text. */
  public record Words(String number, String name, String email, String year, String themes) {}

  /** Reads what was typed, or tells which field is wrong. */
  static Outcome<Enrolment> read(Words words) {
    String number = words.number().strip();
    if (!NUMBER.matcher(number).matches()) {
      return refused("bad-student-number", "number");
    }
    String name = words.name().strip().replaceAll("\\s+", " ");
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return refused("bad-name", "name", LONGEST_NAME);
    }
    String email = normal(words.email());
    if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
      return refused("bad-email", "email");
    }
    if (!words.year().strip().matches("[1-4]")) {
      return refused("bad-year", "year");
    }
    Set<Theme> themes = new LinkedHashSet<>();
    for (String key : BETWEEN_THEMES.split(words.themes().strip())) {
      Optional<Theme> theme = Theme.parse(key);
      if (theme.isEmpty() && !key.isEmpty()) {
        return refused("unknown-theme", "themes", key);
      }
      theme.ifPresent(themes::add);
    }
    return Outcome.done(
        new Enrolment(
            number,
            name,
            email,
            Integer.parseInt(words.year().strip()),
            themes.stream().sorted().toList()));
  }

  /** The id of the student with this address: the same whenever and however it is read. */
  public static String idOf(String email) {
    return UUID.nameUUIDFromBytes(("student:" + normal(email)).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private static Outcome<Enrolment> refused(String type, String field, Object... arguments) {
    return Outcome.refused(Refusal.invalid(type, field, arguments));
  }
}
