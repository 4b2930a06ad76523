package nl.samenopleiden.professionalisation.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who attended, as the other services hear it: for the person's own board, and nothing in it says
 * who it is.
 */
final class AttendanceFacts {

  private AttendanceFacts() {}

  record AttendanceConfirmed(
      String course,
      String pabo,
      String title,
      Instant startsAt,
      int minutes,
      Attendance.Way way,
      @Nullable String school) {}

  record AttendanceWithdrawn(String course, String pabo, String title, @Nullable String school) {}
}
