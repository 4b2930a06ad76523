/**
 * Inviting everyone whom an evening concerns, and their answers. An invitation belongs to the
 * organisation of the person who is invited. Deciding is in {@link
 * nl.samenopleiden.events.invitation.Invitation} and {@link
 * nl.samenopleiden.events.invitation.Seats}; the long work in {@code TellingEveryone}, answering
 * without ever promising a seat twice in {@code Answering} and {@code SettlingSeats}.
 */
@NullMarked
package nl.samenopleiden.events.invitation;

import org.jspecify.annotations.NullMarked;
