/**
 * The one door to the database: documents that belong to an owner, aggregates with versions, and
 * the outbox that tells the others. Start at {@link
 * nl.samenopleiden.platform.store.AggregateStore}.
 */
@NullMarked
package nl.samenopleiden.platform.store;

import org.jspecify.annotations.NullMarked;
