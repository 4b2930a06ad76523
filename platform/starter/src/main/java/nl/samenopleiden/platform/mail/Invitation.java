package nl.samenopleiden.platform.mail;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;

/**
 * An entry in one person's calendar (RFC 5545 and 5546), in Dutch time, that a later one with the
 * same {@code uid} changes or takes away.
 *
 * @param uid the same for every version of the same entry
 * @param sequence rises with every version
 * @param length how long it takes
 * @param state whether it is certain, still to be seen, or off
 * @param organiser the address that invites
 * @param attendee the address of the person
 */
public record Invitation(
    String uid,
    int sequence,
    String summary,
    String place,
    String description,
    Instant start,
    Duration length,
    State state,
    String organiser,
    String attendee) {

  /** How certain it is. */
  public enum State {
    CONFIRMED,
    TENTATIVE,
    CANCELLED
  }

  private static final String AMSTERDAM = "Europe/Amsterdam";

  /** {@code REQUEST} or {@code CANCEL}; goes with the text in a {@link Mail}. */
  public String method() {
    return state == State.CANCELLED ? "CANCEL" : "REQUEST";
  }

  /** The iCalendar object. */
  public String text() {
    VEvent event = new VEvent();
    event.setUid(uid);
    event.setSequence(sequence);
    event.setSummary(summary);
    event.setLocation(place);
    event.setDescription(description);
    event.setDateStart(Date.from(start));
    event.setDateEnd(Date.from(start.plus(length)));
    event.setOrganizer(new Organizer(null, organiser));
    Attendee person = new Attendee(null, attendee);
    person.setRsvp(false);
    person.setParticipationStatus(
        switch (state) {
          case CONFIRMED -> ParticipationStatus.ACCEPTED;
          case TENTATIVE -> ParticipationStatus.TENTATIVE;
          case CANCELLED -> ParticipationStatus.DECLINED;
        });
    event.addAttendee(person);
    event.setStatus(
        switch (state) {
          case CONFIRMED -> Status.confirmed();
          case TENTATIVE -> Status.tentative();
          case CANCELLED -> Status.cancelled();
        });
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Samen//NL");
    calendar.setMethod(state == State.CANCELLED ? Method.cancel() : Method.request());
    calendar
        .getTimezoneInfo()
        .setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone(AMSTERDAM), amsterdam()));
    calendar.addEvent(event);
    return Biweekly.write(calendar).go();
  }

  /** Summer time as the European Union has had it since 1996. */
  private static VTimezone amsterdam() {
    UtcOffset winter = new UtcOffset(true, 1, 0);
    UtcOffset summer = new UtcOffset(true, 2, 0);
    StandardTime standard = new StandardTime();
    changes(standard, "CET", new DateTimeComponents(1996, 10, 27, 3, 0, 0, false), 10);
    standard.setTimezoneOffsetFrom(summer);
    standard.setTimezoneOffsetTo(winter);
    DaylightSavingsTime daylight = new DaylightSavingsTime();
    changes(daylight, "CEST", new DateTimeComponents(1996, 3, 31, 2, 0, 0, false), 3);
    daylight.setTimezoneOffsetFrom(winter);
    daylight.setTimezoneOffsetTo(summer);
    VTimezone zone = new VTimezone(AMSTERDAM);
    zone.addStandardTime(standard);
    zone.addDaylightSavingsTime(daylight);
    return zone;
  }

  private static void changes(
      Observance observance, String name, DateTimeComponents first, int month) {
    observance.addTimezoneName(name);
    observance.setDateStart(first);
    observance.setRecurrenceRule(
        new Recurrence.Builder(Frequency.YEARLY)
            .byMonth(month)
            .byDay(-1, DayOfWeek.SUNDAY)
            .build());
  }
}
