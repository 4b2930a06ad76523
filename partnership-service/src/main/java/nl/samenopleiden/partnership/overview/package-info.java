/**
 * The board coordinator's page: schools, courses, placements and evenings of the board in numbers,
 * from what the other services tell. Start at {@link
 * nl.samenopleiden.partnership.overview.Overview}.
 */
@NullMarked
package nl.samenopleiden.partnership.overview;

import org.jspecify.annotations.NullMarked;
