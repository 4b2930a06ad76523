package nl.samenopleiden.partnership.colleague;

import java.util.List;

/**
 * What is told of colleagues: topic {@code samen.partnership}, aggregate {@code colleague}; the
 * owner is the board, the id is made from the mail address. These facts carry names and addresses:
 * those who invite people need them.
 */
public sealed interface ColleagueFact {

  /**
   * Somebody works at the board, or does so again.
   *
   * @param school the location code; empty for who works at no one school
   * @param roles as in tokens, for example {@code school-educator}
   * @param themes what the person works on, by their keys
   */
  record ColleagueJoined(
      String id, String name, String email, String school, List<String> roles, List<String> themes)
      implements ColleagueFact {}

  /** Something about a colleague is different. Carries all of it. */
  record ColleagueChanged(
      String id, String name, String email, String school, List<String> roles, List<String> themes)
      implements ColleagueFact {}

  /** Somebody no longer works at the board. */
  record ColleagueLeft(String id) implements ColleagueFact {}
}
