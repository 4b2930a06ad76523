package nl.samenopleiden.professionalisation.course;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import org.jspecify.annotations.Nullable;

/** What is known of the seats of courses, and who is told when a course changes. */
public interface Places {

  /**
   * How many people have a seat in a course, and how many wait for one.
   *
   * @param seated never more than the course has seats
   */
  record Taken(int seated, int waiting) {

    /** Nobody yet. */
    public static final Taken NONE = new Taken(0, 0);

    /** How many seats anybody can still take: none while somebody waits. */
    public int free(Offer offer) {
      return waiting > 0 ? 0 : Math.max(0, offer.seats() - seated);
    }
  }

  /**
   * One person's place in a course.
   *
   * @param number which registration of the course it was, in the order of acceptance
   * @param waitingPlace how many have to leave before there is a seat; none for who has one
   */
  record Mine(boolean seat, long number, @Nullable Integer waitingPlace) {}

  /**
   * What is taken in each of these courses; nothing is said of a course that nobody registered for.
   */
  Map<OwnedId, Taken> taken(Collection<OwnedId> courses);

  /** The caller's place in each of these courses in which the caller has one. */
  Map<OwnedId, Mine> mine(Caller caller, Collection<OwnedId> courses);

  /** The caller's place in every course in which the caller has one. */
  Map<OwnedId, Mine> all(Caller caller);

  /** Whether people with the caller's roles register for courses at all. */
  boolean mayRegister(Caller caller);

  /** What is taken in this course. */
  default Taken taken(OwnedId course) {
    return taken(List.of(course)).getOrDefault(course, Taken.NONE);
  }

  /** The caller's place in this course. */
  default Optional<Mine> mine(Caller caller, OwnedId course) {
    return Optional.ofNullable(mine(caller, List.of(course)).get(course));
  }

  /** The course has changed: its new seats go to those who wait, or it was cancelled. */
  void lookAgain(OwnedId course);
}
