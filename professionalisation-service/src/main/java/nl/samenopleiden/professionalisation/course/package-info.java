/**
 * Courses: publishing them, changing their seats, cancelling them, finding them. {@link
 * nl.samenopleiden.professionalisation.course.Course} says what may be decided; the pages and the
 * API stand beside it. What is known of taken seats comes through {@link
 * nl.samenopleiden.professionalisation.course.Places}. A course that is given again is another
 * course, and knows its {@link nl.samenopleiden.professionalisation.course.Edition}; whom it is for
 * is its {@link nl.samenopleiden.professionalisation.course.Audience}.
 */
@NullMarked
package nl.samenopleiden.professionalisation.course;

import org.jspecify.annotations.NullMarked;
