package nl.samenopleiden.platform.mail;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Calendar entries (RFC 5545) that phones and mail programs take over. */
public final class Calendar {

  private Calendar() {}

  /**
   * One entry.
   *
   * @param uid the same for every version of the same entry, so that a later one replaces it
   * @param sequence rises with every version
   * @param cancelled whether the entry is to be taken away
   */
  public static String entry(
      String uid,
      int sequence,
      String summary,
      String place,
      String description,
      Instant start,
      Duration length,
      boolean cancelled) {
    VEvent event = new VEvent();
    event.setUid(uid);
    event.setSequence(sequence);
    event.setSummary(summary);
    event.setLocation(place);
    event.setDescription(description);
    event.setDateStart(Date.from(start));
    event.setDateEnd(Date.from(start.plus(length)));
    event.setStatus(cancelled ? Status.cancelled() : Status.confirmed());
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Samen//NL");
    calendar.setMethod(cancelled ? Method.cancel() : Method.publish());
    calendar.addEvent(event);
    return Biweekly.write(calendar).go();
  }
}
