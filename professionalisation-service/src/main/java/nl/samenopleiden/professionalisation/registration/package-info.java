/**
 * Registering for a course under a rush: never one seat too many, never an acknowledged
 * registration lost, strictly in the order of acceptance, whatever falls over between two writes.
 *
 * <p>{@link nl.samenopleiden.professionalisation.registration.Desk} decides (pure); {@link
 * nl.samenopleiden.professionalisation.registration.RegistrationDesk} carries out, many requests of
 * one course in one go; {@link nl.samenopleiden.professionalisation.registration.RegistrationBook}
 * holds the three writes between which anything may stop; {@link
 * nl.samenopleiden.professionalisation.registration.RegistrationMails} tells people. A school
 * leader registers several people in {@link
 * nl.samenopleiden.professionalisation.registration.Enrolling}, and is asked in {@link
 * nl.samenopleiden.professionalisation.registration.AskingSchoolLeaders} where the board wants
 * that; no place waits for the answer.
 */
@NullMarked
package nl.samenopleiden.professionalisation.registration;

import org.jspecify.annotations.NullMarked;
