/**
 * Coach courses that a pabo offers to the people of its partner boards. {@code course} is what is
 * on offer, {@code registration} who gets a seat and who waits for one, {@code evaluation} what
 * those who were there think of it, {@code organisation} the names of boards and pabos as
 * partnership-service tells them, {@code home} this service's part of the home page. Start reading
 * at {@link nl.samenopleiden.professionalisation.registration.RegistrationDesks}.
 */
@NullMarked
package nl.samenopleiden.professionalisation;

import org.jspecify.annotations.NullMarked;
