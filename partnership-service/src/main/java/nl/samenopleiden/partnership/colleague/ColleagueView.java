package nl.samenopleiden.partnership.colleague;

import java.util.List;
import nl.samenopleiden.partnership.colleague.Colleague.Details;

/**
 * A colleague as it is shown.
 *
 * @param school the location code; empty for who works at no one school
 * @param roles as in tokens
 * @param themes by their keys
 */
public record ColleagueView(
    String id, String name, String email, String school, List<String> roles, List<String> themes) {

  static ColleagueView of(Details its) {
    return new ColleagueView(
        Colleague.idOf(its.email()),
        its.name(),
        its.email(),
        its.school(),
        its.roles(),
        its.themes());
  }
}
