/**
 * Theme meetings, three a year: a pabo plans one for the educators, mentors and school leaders of
 * its partner boards and for its own supervisors and lecturers; they join, bring a question, and
 * find the materials afterwards. {@link nl.samenopleiden.professionalisation.meeting.Meeting} says
 * what may be decided: it holds its participants, so that a seat is never given twice. Who sits
 * with whom comes through {@link nl.samenopleiden.professionalisation.meeting.Tables}.
 */
@NullMarked
package nl.samenopleiden.professionalisation.meeting;

import org.jspecify.annotations.NullMarked;
