package nl.samenopleiden.professionalisation.course;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.Role;

/**
 * Whom something is for.
 *
 * @param roles as tokens name them; empty means all that register for courses
 * @param circle whom among those
 */
public record Audience(List<String> roles, Circle circle) {

  /**
   * The roles that something can be for: those whose people register for courses at all. As tokens
   * name them, in the order in which pages show them.
   */
  public static final List<String> ROLES =
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

  /** The same, unchangeable. */
  public Audience {
    roles = List.copyOf(roles);
  }

  /** Whether it is for all who register for courses. */
  public boolean everyone() {
    return roles.isEmpty() && circle.open();
  }

  /** Whether it is for people with one of these roles. */
  public boolean hasRole(Collection<Role> some) {
    return roles.isEmpty() || some.stream().map(Role::text).anyMatch(roles::contains);
  }

  /** Whether it is meant for people like the caller; what they did before is not looked at. */
  public boolean meant(Caller caller) {
    return hasRole(caller.roles()) && circle.holds(caller.home(), caller.school());
  }
}
