package nl.samenopleiden.placement.capacity;

/**
 * A school offers this many places, instead of what it may have offered before.
 *
 * @param school its location code
 */
record CapacityOffered(String school, Period period, Kind kind, int places) {}
