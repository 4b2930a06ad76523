/**
 * How the people of a board's schools take part in the courses of its pabos, in numbers, from what
 * professionalisation tells. Who sees what of it is decided in one place: start at {@link
 * nl.samenopleiden.partnership.participation.Sight}.
 */
@NullMarked
package nl.samenopleiden.partnership.participation;

import org.jspecify.annotations.NullMarked;
