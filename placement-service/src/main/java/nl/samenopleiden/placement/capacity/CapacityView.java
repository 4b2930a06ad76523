package nl.samenopleiden.placement.capacity;

import org.jspecify.annotations.Nullable;

/**
 * The places that a school offers, as people see them: of what others take only the number.
 *
 * @param school the location code
 * @param mine how many of the places students of the reader's own pabo take; absent for a board
 */
public record CapacityView(
    String school,
    String schoolName,
    String town,
    String board,
    Period period,
    Kind kind,
    int places,
    int taken,
    int free,
    @Nullable Integer mine) {}
