package nl.samenopleiden.platform.importing;

import java.util.List;

/** What a row led to. */
public sealed interface Effect {

  /** Something was changed, or nothing needed to be. */
  enum Done implements Effect {
    ADDED,
    CHANGED,
    /** Changed in that it went from one owner to another. */
    MOVED,
    UNCHANGED
  }

  /** The row cannot be carried out as things stand. */
  record Rejected(LineProblem problem) implements Effect {}

  /** The row cannot be carried out, because of this column. */
  static Effect rejected(Row row, String key, String code, String... arguments) {
    return new Rejected(row.problem(key, code, arguments));
  }

  /** The problem, none when the row was carried out. */
  default List<LineProblem> problems() {
    return switch (this) {
      case Done _ -> List.of();
      case Rejected(LineProblem problem) -> List.of(problem);
    };
  }
}
