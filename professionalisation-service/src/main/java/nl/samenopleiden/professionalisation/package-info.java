/**
 * Coach courses that a pabo offers to the people of its partner boards, and its theme meetings.
 * {@code course} is what is on offer, {@code registration} who gets a seat and who waits for one,
 * {@code attendance} who was there, {@code certificate} what they have of it, {@code evaluation}
 * what they think of it, {@code meeting} and {@code table} the theme meetings and who sits with
 * whom, {@code organisation} the names of boards and pabos as partnership-service tells them,
 * {@code home} this service's part of the home page. Start reading at {@link
 * nl.samenopleiden.professionalisation.registration.RegistrationDesks}.
 */
@NullMarked
package nl.samenopleiden.professionalisation;

import org.jspecify.annotations.NullMarked;
