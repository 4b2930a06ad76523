package nl.samenopleiden.platform.tenancy;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The organisation that data belongs to.
 *
 * @param kind a board, a pabo, or the platform itself
 * @param code the board's number or the pabo's short name: letters, digits, dots and dashes, at
 *     most 40
 */
public record Owner(Kind kind, String code) {

  /** What kind of organisation an owner is. */
  public enum Kind {
    BOARD,
    PABO,
    PLATFORM
  }

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}");

  /** Owns what belongs to no tenant, such as the run of a national import. */
  public static final Owner OPERATOR = new Owner(Kind.PLATFORM, "operator");

  public Owner {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("not an owner's code");
    }
  }

  /** The board with this number. */
  public static Owner board(String number) {
    return new Owner(Kind.BOARD, number);
  }

  /** The pabo with this short name. */
  public static Owner pabo(String code) {
    return new Owner(Kind.PABO, code);
  }

  /**
   * Reads the text form, for example {@code board:40101}.
   *
   * @throws IllegalArgumentException when the text is not an owner
   */
  public static Owner parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("not an owner");
    }
    Kind kind = Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT));
    return new Owner(kind, text.substring(colon + 1));
  }

  /** Whether this is a board. */
  public boolean isBoard() {
    return kind == Kind.BOARD;
  }

  /** Whether this is a pabo. */
  public boolean isPabo() {
    return kind == Kind.PABO;
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + ":" + code;
  }
}
