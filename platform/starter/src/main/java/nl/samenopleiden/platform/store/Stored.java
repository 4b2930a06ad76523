package nl.samenopleiden.platform.store;

import nl.samenopleiden.platform.tenancy.OwnedId;

/**
 * An aggregate as it stands in the database.
 *
 * @param id names it and says whose it is
 * @param version counts its changes, the first is 1
 * @param state what it is
 */
public record Stored<S>(OwnedId id, long version, S state) {}
