package nl.samenopleiden.professionalisation.course;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import org.jspecify.annotations.Nullable;

/** What is known of the seats of courses, and who is told when a course changes. */
public interface Places {

  /**
   * How many people have a seat in a course, and how many wait for one.
   *
   * @param seated never more than the course has seats; with those that have been offered and are
   *     kept until that is answered
   * @param entered how many take part in the draw that is to come
   * @param seatedOf how many have a seat of each organisation that seats are kept for
   * @param offered how many of the seats have been offered and not yet accepted
   */
  record Taken(int seated, int waiting, int entered, Map<Owner, Integer> seatedOf, int offered) {

    /** Nobody yet. */
    public static final Taken NONE = new Taken(0, 0, 0, Map.of(), 0);

    /**
     * How many seats somebody of this organisation could take now: none while somebody waits whose
     * turn comes first, or while there is a draw to come.
     */
    public int free(Offer offer, Owner whose, Instant now) {
      Shares shares = offer.allotment().shares();
      if (offer.allotment().drawAfter(now).isPresent()) {
        return 0;
      }
      if (shares.hold(now)) {
        return Shares.freeFor(whose, shares.byOwner(), offer.seats(), seated, seatedOf);
      }
      return waiting > 0 ? 0 : Math.max(0, offer.seats() - seated);
    }
  }

  /**
   * One person's place in a course.
   *
   * @param entered whether it takes part in a draw that is to come
   * @param number which registration of the course it was, in the order of acceptance
   * @param waitingPlace how many have to leave before there is a seat; none for who has one
   * @param offeredUntil until when the person can accept the seat that is offered, in words of the
   *     reader's language; none when none is
   * @param agreement how it stands with the agreement of the person's school leader, in words of
   *     the reader's language; none when that is not asked
   */
  record Mine(
      boolean seat,
      boolean entered,
      long number,
      @Nullable Integer waitingPlace,
      @Nullable String offeredUntil,
      @Nullable String agreement) {}

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

  /** Whether the caller can pass a seat on to a colleague. */
  boolean mayPassOn(Caller caller);

  /** Whether the caller can register colleagues. */
  boolean mayEnrol(Caller caller);

  /** Whether the caller is a school leader who is asked about registrations. */
  boolean isAskedFirst(Caller caller);

  /** Whether the caller can say how the own board wants it. */
  boolean maySetPractice(Caller caller);

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
