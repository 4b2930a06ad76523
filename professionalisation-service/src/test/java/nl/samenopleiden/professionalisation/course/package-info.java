/** Tests of {@code course}. */
@NullMarked
package nl.samenopleiden.professionalisation.course;

import org.jspecify.annotations.NullMarked;
