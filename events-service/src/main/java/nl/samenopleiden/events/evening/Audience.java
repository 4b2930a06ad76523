package nl.samenopleiden.events.evening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.samenopleiden.events.people.People;
import nl.samenopleiden.events.people.Person;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Whom an evening concerns. Criteria narrow each other down; within a criterion one of its values
 * is enough; a criterion without values asks for nothing. Somebody of a pabo has no board and no
 * school, so that choosing boards or schools leaves students out.
 *
 * @param roles as tokens name them
 * @param boards numbers of boards
 * @param schools location codes
 * @param themes what people work on
 * @param everyone that no criterion is given on purpose
 */
public record Audience(
    List<String> roles,
    List<String> boards,
    List<String> schools,
    List<String> themes,
    boolean everyone) {

  /** The roles that people can be invited by. */
  public static final List<String> ROLES =
      List.of(
              Role.TEACHER,
              Role.MENTOR,
              Role.SCHOOL_EDUCATOR,
              Role.SCHOOL_LEADER,
              Role.BOARD_COORDINATOR,
              Role.STUDENT)
          .stream()
          .map(Role::text)
          .toList();

  public Audience {
    roles = sorted(roles);
    boards = sorted(boards);
    schools = sorted(schools);
    themes = sorted(themes);
  }

  /** The audience with these criteria; what is left out asks for nothing. */
  public static Audience of(
      @Nullable Collection<String> roles,
      @Nullable Collection<String> boards,
      @Nullable Collection<String> schools,
      @Nullable Collection<String> themes,
      boolean everyone) {
    return new Audience(sorted(roles), sorted(boards), sorted(schools), sorted(themes), everyone);
  }

  /** Whether no criterion is given. */
  public boolean asksNothing() {
    return roles.isEmpty() && boards.isEmpty() && schools.isEmpty() && themes.isEmpty();
  }

  /** The organisations whose people it may concern: of the organiser and its partners only. */
  public Set<Owner> organisations(Owner organiser, Set<Owner> partners) {
    Set<Owner> all = new HashSet<>(partners);
    all.add(organiser);
    all.removeIf(owner -> !boards.isEmpty() && !isChosen(owner));
    return Set.copyOf(all);
  }

  /** Whether it concerns this person, who is of one of its organisations. */
  public boolean concerns(Person person) {
    return meets(roles, person.roles())
        && meets(themes, person.themes())
        && (schools.isEmpty() || (person.school() != null && schools.contains(person.school())))
        && (boards.isEmpty() || isChosen(Owner.parse(person.organisation())));
  }

  /** What to look for among the people of its organisations. */
  public People.Wanted wanted() {
    return new People.Wanted(roles, schools, themes);
  }

  /** What is wrong with it, for an organiser who reaches these boards and schools. */
  List<Refusal> faults(Set<String> boardsInReach, Set<String> schoolsInReach) {
    List<Refusal> faults = new ArrayList<>();
    if (asksNothing() && !everyone) {
      faults.add(Refusal.invalid("audience-empty", "audience"));
    }
    if (!asksNothing() && everyone) {
      faults.add(Refusal.invalid("audience-contradictory", "audience"));
    }
    if (!ROLES.containsAll(roles)) {
      faults.add(Refusal.invalid("role-unknown", "audience.roles"));
    }
    if (!boardsInReach.containsAll(boards)) {
      faults.add(Refusal.invalid("board-out-of-reach", "audience.boards"));
    }
    if (!schoolsInReach.containsAll(schools)) {
      faults.add(Refusal.invalid("school-out-of-reach", "audience.schools"));
    }
    if (!Themes.ALL.containsAll(themes)) {
      faults.add(Refusal.invalid("theme-unknown", "audience.themes"));
    }
    return faults;
  }

  private boolean isChosen(Owner organisation) {
    return organisation.isBoard() && boards.contains(organisation.code());
  }

  private static boolean meets(List<String> wanted, List<String> has) {
    return wanted.isEmpty() || has.stream().anyMatch(wanted::contains);
  }

  private static List<String> sorted(@Nullable Collection<String> values) {
    if (values == null) {
      return List.of();
    }
    return List.copyOf(
        values.stream()
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}
