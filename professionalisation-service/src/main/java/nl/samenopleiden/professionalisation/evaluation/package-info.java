/**
 * What those who were at a course think of it, for the course's own pabo. Who answered ({@link
 * nl.samenopleiden.professionalisation.evaluation.Invitees}) and what was answered ({@link
 * nl.samenopleiden.professionalisation.evaluation.OpinionBox}) are kept apart, with nothing in
 * either that leads to the other. {@link
 * nl.samenopleiden.professionalisation.evaluation.Evaluation} says what may be shown, and when.
 */
@NullMarked
package nl.samenopleiden.professionalisation.evaluation;

import org.jspecify.annotations.NullMarked;
