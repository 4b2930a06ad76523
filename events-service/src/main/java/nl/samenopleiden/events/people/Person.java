package nl.samenopleiden.events.people;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A colleague of a board or a student of a pabo: no more of them than inviting needs.
 *
 * @param organisation the text form of the organisation that this person belongs to
 * @param key made of the mail address, see {@link #keyOf}
 * @param name for the letter
 * @param email where the letter goes
 * @param roles as tokens name them, for example {@code school-educator}
 * @param school the location code of the school that this person works at, if at one
 * @param themes what this person works on
 */
public record Person(
    String organisation,
    String key,
    String name,
    String email,
    List<String> roles,
    @Nullable String school,
    List<String> themes) {

  public Person {
    roles = List.copyOf(roles);
    themes = List.copyOf(themes);
  }

  /**
   * What stands for a mail address wherever the address itself is not needed; capitals do not
   * matter.
   */
  public static String keyOf(String email) {
    String plain = email.strip().toLowerCase(Locale.ROOT);
    return UUID.nameUUIDFromBytes(plain.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
