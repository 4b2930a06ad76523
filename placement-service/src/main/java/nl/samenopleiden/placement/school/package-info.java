/**
 * This service's own copy of the schools that partnership tells of, under the board that each
 * belongs to. Start at {@link nl.samenopleiden.placement.school.Schools}.
 */
@NullMarked
package nl.samenopleiden.placement.school;

import org.jspecify.annotations.NullMarked;
