package nl.samenopleiden.professionalisation.registration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.professionalisation.registration.Registration.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who has a seat in a course, for what comes after registering; who waits has none. */
@Component
public final class Seats {

  /**
   * Somebody's seat.
   *
   * @param id the registration that gave it: one for each person and course, owned by the person's
   *     organisation
   * @param number which registration of the course it was
   * @param person the token's subject, or what stands for it as long as the person was registered
   *     by a school leader and never did so in person
   * @param school the location code of the person's school
   */
  public record Seat(
      OwnedId id,
      OwnedId course,
      long number,
      String person,
      String name,
      @Nullable String school) {}

  /**
   * Where mail goes to somebody who has a seat.
   *
   * @param language what to write in
   */
  public record Mailbox(String name, String email, String language) {}

  private final RegistrationBook book;

  Seats(RegistrationBook book) {
    this.book = book;
  }

  /**
   * The seats of people in scope, in the order of their registration.
   *
   * @param words all of them stand in the person's name; empty means everybody
   */
  public Page<Seat> of(Scope scope, OwnedId course, String words, PageRequest page) {
    return book.seatsOf(scope, course, words, page).map(Seats::seat);
  }

  /** The seat in a course that has this value as its id under one of the scope's owners. */
  public Optional<Seat> find(Scope scope, OwnedId course, String value) {
    List<OwnedId> possible =
        scope.owners().stream().map(owner -> new OwnedId(owner, value)).toList();
    return book.find(possible).values().stream()
        .filter(each -> each.course().equals(course) && each.status() == Status.SEAT)
        .map(Seats::seat)
        .findFirst();
  }

  /** The caller's own seat in a course. */
  public Optional<Seat> of(Caller caller, OwnedId course) {
    return book.own(caller, course.value())
        .filter(each -> each.course().equals(course) && each.status() == Status.SEAT)
        .map(Seats::seat);
  }

  /**
   * What the caller's seat in a course can be called, whether there is one or not.
   *
   * @param course the value of the course's id
   */
  public static List<OwnedId> idsOf(Caller caller, String course) {
    return Whose.idsOf(caller, course);
  }

  /** What seats can call the caller: see {@link Seat#person}. */
  public static List<String> namesOf(Caller caller) {
    return Whose.namesOf(caller);
  }

  /** Where mail goes to those who have these seats. */
  public Map<OwnedId, Mailbox> mailboxes(Collection<OwnedId> seats) {
    return book.find(seats).values().stream()
        .filter(each -> each.status() == Status.SEAT)
        .collect(
            Collectors.toMap(
                Registration::id,
                each -> new Mailbox(each.who().name(), each.who().email(), each.who().language())));
  }

  /** Whether one of these seats is held. */
  public boolean anyHeld(Collection<OwnedId> seats) {
    return book.find(seats).values().stream().anyMatch(each -> each.status() == Status.SEAT);
  }

  private static Seat seat(Registration registration) {
    return new Seat(
        registration.id(),
        registration.course(),
        registration.number(),
        registration.who().person(),
        registration.who().name(),
        registration.who().school());
  }
}
