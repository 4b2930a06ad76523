package nl.samenopleiden.professionalisation.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Partnerships;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.professionalisation.attendance.Attendance;
import nl.samenopleiden.professionalisation.attendance.AttendanceBook;
import nl.samenopleiden.professionalisation.registration.Seats;
import nl.samenopleiden.professionalisation.registration.Seats.Seat;
import org.springframework.stereotype.Component;

/**
 * Who was at a course: who was marked present at any of its sessions. Where nobody was marked
 * present the lists have not been kept, and everybody with a seat counts, but for those of whom it
 * was said that they were not there.
 */
@Component
final class Participants {

  private static final int AT_ONCE = 200;

  private final Seats seats;
  private final AttendanceBook attendances;
  private final Partnerships partnerships;

  Participants(Seats seats, AttendanceBook attendances, Partnerships partnerships) {
    this.seats = seats;
    this.attendances = attendances;
    this.partnerships = partnerships;
  }

  /** Whose people can take part in a course: those of its pabo, and of the pabo's partners. */
  Scope scope(OwnedId course) {
    Set<Owner> owners = new HashSet<>(partnerships.partnersOf(course.owner()));
    owners.add(course.owner());
    return new Scope(owners);
  }

  /** Goes through everybody with a seat, some at a time. */
  void forEach(OwnedId course, Consumer<List<Seat>> some) {
    Scope scope = scope(course);
    Page<Seat> found;
    int page = 0;
    do {
      found = seats.of(scope, course, "", new PageRequest(page++, AT_ONCE));
      some.accept(found.items());
    } while (page < found.pages());
  }

  /** Whether whoever has this seat was there. */
  boolean wasThere(OwnedId course, OwnedId seat) {
    return !there(course, List.of(seat)).isEmpty();
  }

  /** Those of these who were there. */
  List<OwnedId> there(OwnedId course, List<OwnedId> seats) {
    Scope scope = scope(course);
    boolean kept = attendances.wasAnybodyThere(scope, course);
    Map<OwnedId, Attendance> known = attendances.find(scope, seats);
    return seats.stream()
        .filter(
            seat -> {
              Attendance attendance = known.get(seat);
              return attendance == null ? !kept : attendance.wasThere();
            })
        .toList();
  }
}
