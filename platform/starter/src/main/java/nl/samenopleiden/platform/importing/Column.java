package nl.samenopleiden.platform.importing;

import java.util.List;
import java.util.Locale;

/**
 * A column that a kind of file has.
 *
 * @param key what our code calls it
 * @param needed whether a file without it is refused
 * @param names what files call it, the usual name first; capitals, spaces and signs do not matter
 */
public record Column(String key, boolean needed, List<String> names) {

  public Column {
    names = List.copyOf(names);
  }

  /** A column without which a file is refused. */
  public static Column needed(String key, String... names) {
    return new Column(key, true, List.of(names));
  }

  /** A column that a file may leave out. */
  public static Column optional(String key, String... names) {
    return new Column(key, false, List.of(names));
  }

  /** The name that people are told. */
  public String name() {
    return names.getFirst();
  }

  boolean isCalled(String header) {
    String wanted = plain(header);
    return names.stream().anyMatch(name -> plain(name).equals(wanted));
  }

  private static String plain(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
