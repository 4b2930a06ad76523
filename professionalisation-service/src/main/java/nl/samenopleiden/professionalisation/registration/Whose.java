package nl.samenopleiden.professionalisation.registration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.professionalisation.colleague.Colleague;

/**
 * What somebody's one registration for a course is called. Who comes in person is known by the
 * token's subject. Whom a school leader registers may never have signed in, and is known by the
 * mail address until then; so a person has two possible names, and the desk sees to it that at most
 * one of them is in force.
 */
final class Whose {

  private static final String MAIL = "mail-";
  private static final char AND = '~';

  private Whose() {}

  /** The registration of a person who comes in person. */
  static OwnedId idOf(OwnedId course, Caller caller) {
    return idOf(caller, course.value());
  }

  static OwnedId idOf(Caller caller, String course) {
    return new OwnedId(
        caller.home(),
        course + AND + UUID.nameUUIDFromBytes(caller.person().getBytes(StandardCharsets.UTF_8)));
  }

  /** What a person is called who is known by the mail address only. */
  static String byMail(String email) {
    return MAIL + Colleague.idOf(email);
  }

  /** The registration of a person who is known by the mail address only. */
  static OwnedId idByMail(OwnedId course, Owner home, String email) {
    return new OwnedId(home, course.value() + AND + byMail(email));
  }

  /** Whether it is the registration of a person who is known by the mail address only. */
  static boolean isByMail(OwnedId registration) {
    return registration.value().contains(AND + MAIL);
  }

  /** All names that the caller's registration for a course can have. */
  static List<OwnedId> idsOf(Caller caller, String course) {
    List<OwnedId> ids = new ArrayList<>();
    ids.add(idOf(caller, course));
    if (!caller.email().isBlank()) {
      ids.add(new OwnedId(caller.home(), course + AND + byMail(caller.email())));
    }
    return ids;
  }

  /** All names that registrations know the caller by. */
  static List<String> namesOf(Caller caller) {
    return caller.email().isBlank()
        ? List.of(caller.person())
        : List.of(caller.person(), byMail(caller.email()));
  }
}
