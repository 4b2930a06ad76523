/**
 * Inspiration evenings and the people whom they concern. A meeting is an Evening here; an Event is
 * what travels over Kafka. Capabilities: {@code people} (whom there is), {@code evening}
 * (announcing one), {@code invitation} (inviting and answering), {@code home} (the first page and
 * the tile).
 */
@NullMarked
package nl.samenopleiden.events;

import org.jspecify.annotations.NullMarked;
