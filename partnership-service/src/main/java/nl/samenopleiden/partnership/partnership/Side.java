package nl.samenopleiden.partnership.partnership;

import java.util.Locale;

/** One of the two that work together. */
public enum Side {
  BOARD,
  PABO;

  /** The one across the table. */
  public Side other() {
    return this == BOARD ? PABO : BOARD;
  }

  /** The name in facts. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
