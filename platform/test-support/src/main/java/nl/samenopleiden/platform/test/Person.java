package nl.samenopleiden.platform.test;

import java.util.UUID;
import nl.samenopleiden.platform.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** Somebody who signed in; every one made is somebody else. */
public record Person(
    String sub,
    String name,
    String email,
    Role role,
    @Nullable String board,
    @Nullable String school,
    @Nullable String pabo) {

  static Person with(Role role) {
    String sub = UUID.randomUUID().toString();
    String name = "Persoon " + sub.substring(0, 6);
    return new Person(
        sub, name, "p-" + sub.substring(0, 13) + "@test.example", role, null, null, null);
  }

  /** The same person, of this board. */
  public Person ofBoard(String number) {
    return new Person(sub, name, email, role, number, school, null);
  }

  /** The same person, at this school. */
  public Person atSchool(String code) {
    return new Person(sub, name, email, role, board, code, pabo);
  }

  /** The same person, of this pabo. */
  public Person ofPabo(String code) {
    return new Person(sub, name, email, role, null, null, code);
  }

  /** The same person under another name. */
  public Person named(String other) {
    return new Person(sub, other, email, role, board, school, pabo);
  }

  /** The same person with another mail address. */
  public Person withEmail(String other) {
    return new Person(sub, name, other, role, board, school, pabo);
  }
}
