package nl.samenopleiden.professionalisation.meeting;

import java.time.LocalTime;

/**
 * One thing on a meeting's agenda.
 *
 * @param at when it begins, in Dutch time on the day of the meeting
 */
public record AgendaItem(LocalTime at, String what) {}
