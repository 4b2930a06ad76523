package nl.samenopleiden.professionalisation.course;

import java.util.Collection;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;

/** What is known of who took part in courses. What somebody did at another board is not known. */
public interface TakenPart {

  /** Whether the caller has, or had to the end, a seat in one of these courses. */
  boolean hadSeat(Caller caller, Collection<OwnedId> courses);

  /** Whether the caller was at one of these courses. */
  boolean wasThere(Caller caller, Collection<OwnedId> courses);
}
