/**
 * Table groups at theme meetings: who sits with whom, so that boards mix and people meet others
 * than the last times. {@link nl.samenopleiden.professionalisation.table.Seating} decides (pure):
 * {@link nl.samenopleiden.professionalisation.table.Spread} says how many of a board may sit at a
 * table, {@link nl.samenopleiden.professionalisation.table.Search} looks for the fewest repeated
 * meetings, {@link nl.samenopleiden.professionalisation.table.LowerBound} proves how few there can
 * be. {@link nl.samenopleiden.professionalisation.table.Connections} says who can go on together
 * afterwards.
 */
@NullMarked
package nl.samenopleiden.professionalisation.table;

import org.jspecify.annotations.NullMarked;
