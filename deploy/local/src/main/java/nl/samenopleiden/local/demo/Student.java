package nl.samenopleiden.local.demo;

import java.util.List;

/**
 * A student of the pabo.
 *
 * @param user the same person, signing in
 * @param number the student number
 * @param year the year of study, 1 to 4
 * @param themes keys of the themes that the student is drawn to
 */
public record Student(SignInUser user, String number, int year, List<String> themes) {

  public Student {
    themes = List.copyOf(themes);
  }

  /** The student's name. */
  public String name() {
    return user.name();
  }

  /** Where mail to the student goes. */
  public String email() {
    return user.email();
  }
}
