/**
 * Students of a pabo find a place at a school of a board. {@code school} keeps what partnership
 * tells of schools, {@code capacity} is what they offer, {@code student} is who looks for a place,
 * {@code placement} brings the two together, and {@code home} is the first page of each role.
 */
@NullMarked
package nl.samenopleiden.placement;

import org.jspecify.annotations.NullMarked;
