package nl.samenopleiden.placement.school;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What partnership tells of a school, as far as it matters here. */
record SchoolFact(
    String code,
    String name,
    @Nullable String street,
    @Nullable String postcode,
    @Nullable String place,
    @Nullable String municipality) {

  SchoolFact {
    Objects.requireNonNull(code, "a school has a code");
    Objects.requireNonNull(name, "a school has a name");
  }

  KnownSchool of(String board) {
    return new KnownSchool(
        code, board, name, text(street), text(postcode), text(place), text(municipality), true);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
