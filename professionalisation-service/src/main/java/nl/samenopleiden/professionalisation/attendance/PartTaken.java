package nl.samenopleiden.professionalisation.attendance;

import java.util.Collection;
import java.util.List;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.professionalisation.course.TakenPart;
import nl.samenopleiden.professionalisation.registration.Seats;
import org.springframework.stereotype.Component;

/** What courses that come after others know of who took part in those. */
@Component
final class PartTaken implements TakenPart {

  private final Seats seats;
  private final AttendanceBook book;

  PartTaken(Seats seats, AttendanceBook book) {
    this.seats = seats;
    this.book = book;
  }

  @Override
  public boolean hadSeat(Caller caller, Collection<OwnedId> courses) {
    return seats.anyHeld(seatsOf(caller, courses));
  }

  @Override
  public boolean wasThere(Caller caller, Collection<OwnedId> courses) {
    return book.find(Scope.of(caller.home()), seatsOf(caller, courses)).values().stream()
        .anyMatch(Attendance::wasThere);
  }

  private static List<OwnedId> seatsOf(Caller caller, Collection<OwnedId> courses) {
    return courses.stream()
        .flatMap(course -> Seats.idsOf(caller, course.value()).stream())
        .toList();
  }
}
