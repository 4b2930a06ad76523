/**
 * Events of other services: read once, in order, and set aside when they cannot be read. Start at
 * {@link nl.samenopleiden.platform.inbox.Subscriptions}.
 */
@NullMarked
package nl.samenopleiden.platform.inbox;

import org.jspecify.annotations.NullMarked;
