package nl.samenopleiden.professionalisation.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who attended which session, as the other services hear it: for the person's own board, and
 * nothing in it says who it is.
 */
final class AttendanceFacts {

  private AttendanceFacts() {}

  /**
   * Somebody was at a session.
   *
   * @param session its number, the first is 1
   * @param startsAt when the session started
   * @param minutes how long the session takes
   */
  record AttendanceConfirmed(
      String course,
      String pabo,
      String title,
      int session,
      Instant startsAt,
      int minutes,
      Mark.Way way,
      @Nullable String school) {}

  record AttendanceWithdrawn(
      String course, String pabo, String title, int session, @Nullable String school) {}
}
