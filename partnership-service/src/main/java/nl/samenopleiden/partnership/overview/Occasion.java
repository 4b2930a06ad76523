package nl.samenopleiden.partnership.overview;

/**
 * A course or an evening as its organiser tells of it.
 *
 * @param startsAt an ISO-8601 instant; empty when unknown
 * @param cancelled whether it will not be
 */
record Occasion(String title, String startsAt, boolean cancelled) {}
