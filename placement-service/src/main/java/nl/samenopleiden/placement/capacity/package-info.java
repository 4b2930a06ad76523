/**
 * The places that a school offers in a period for one kind of placement, and which of them are
 * taken. The deciding is in {@link nl.samenopleiden.placement.capacity.Capacity}; start at {@link
 * nl.samenopleiden.placement.capacity.Capacities}.
 */
@NullMarked
package nl.samenopleiden.placement.capacity;

import org.jspecify.annotations.NullMarked;
