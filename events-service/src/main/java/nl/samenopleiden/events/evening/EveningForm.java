package nl.samenopleiden.events.evening;

import java.util.List;
import java.util.Objects;
import nl.samenopleiden.platform.web.Moments;
import org.jspecify.annotations.Nullable;

/** The form for an evening, as it was typed; what was not filled in is empty. */
record EveningForm(
    @Nullable String id,
    @Nullable String title,
    @Nullable String summary,
    @Nullable List<String> themes,
    @Nullable String place,
    @Nullable String startsAt,
    @Nullable String minutes,
    @Nullable String capacity,
    @Nullable List<String> roles,
    @Nullable List<String> boards,
    @Nullable List<String> schools,
    @Nullable List<String> concerning,
    @Nullable String everyone) {

  EveningForm {
    themes = given(themes);
    roles = given(roles);
    boards = given(boards);
    schools = given(schools);
    concerning = given(concerning);
  }

  static EveningForm empty(String id) {
    return new EveningForm(id, "", "", null, "", "", "120", "", null, null, null, null, null);
  }

  /** The same form under this id. */
  EveningForm under(String other) {
    return new EveningForm(
        other,
        title,
        summary,
        themes,
        place,
        startsAt,
        minutes,
        capacity,
        roles,
        boards,
        schools,
        concerning,
        everyone);
  }

  Draft draft() {
    return new Draft(
        title,
        summary,
        given(themes),
        place,
        Moments.fromField(startsAt).orElse(null),
        number(minutes),
        number(capacity),
        audience());
  }

  Audience audience() {
    return Audience.of(roles, boards, schools, concerning, everyone != null);
  }

  private static @Nullable Integer number(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : Integer.valueOf(text.strip());
    } catch (NumberFormatException unreadable) {
      // Out of every bound, so that it is told as such.
      return Integer.MIN_VALUE;
    }
  }

  private static List<String> given(@Nullable List<String> values) {
    return values == null ? List.of() : values.stream().filter(Objects::nonNull).toList();
  }
}
