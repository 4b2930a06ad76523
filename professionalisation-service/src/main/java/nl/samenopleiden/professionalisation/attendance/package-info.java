/**
 * Who was at which session: kept by the course's own pabo from the list of those who hold a seat,
 * also in a room without network, or by the participants themselves with the code that the lecturer
 * shows. {@link nl.samenopleiden.professionalisation.attendance.Attendance} decides, {@link
 * nl.samenopleiden.professionalisation.attendance.AttendanceBook} keeps.
 */
@NullMarked
package nl.samenopleiden.professionalisation.attendance;

import org.jspecify.annotations.NullMarked;
