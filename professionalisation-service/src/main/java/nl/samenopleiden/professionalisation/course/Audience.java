package nl.samenopleiden.professionalisation.course;

import java.util.List;
import java.util.stream.Stream;
import nl.samenopleiden.platform.tenancy.Role;

/** The roles that a course can be for: those whose people register for courses at all. */
final class Audience {

  /** As tokens name them, in the order in which pages show them. */
  static final List<String> ROLES =
      Stream.of(
              Role.TEACHER,
              Role.MENTOR,
              Role.SCHOOL_EDUCATOR,
              Role.SCHOOL_LEADER,
              Role.LECTURER,
              Role.SUPERVISOR,
              Role.PROGRAMME_MANAGER,
              Role.STUDENT)
          .map(Role::text)
          .toList();

  private Audience() {}
}
