package nl.samenopleiden.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people type in the fields of forms. */
public final class FormFields {

  private FormFields() {}

  /** The text without spaces around it; empty when the field was not sent. */
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  /** The whole number that was typed; none when it is no number, or nothing. */
  public static @Nullable Integer number(String typed) {
    try {
      return Integer.valueOf(typed.strip());
    } catch (NumberFormatException nonsense) {
      return null;
    }
  }

  /** Adds a refusal when something was typed that is no moment. */
  public static void time(String field, String typed, List<Refusal> wrong) {
    if (!typed.isEmpty() && Moments.fromField(typed).isEmpty()) {
      wrong.add(Refusal.invalid("unreadable-time", field));
    }
  }

  /** Adds a refusal when something was typed that is no whole number. */
  public static void number(String field, String typed, List<Refusal> wrong) {
    if (!typed.isEmpty() && number(typed) == null) {
      wrong.add(Refusal.invalid("unreadable-number", field));
    }
  }
}
