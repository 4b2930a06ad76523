/** Tests of {@code meeting}. */
@NullMarked
package nl.samenopleiden.professionalisation.meeting;

import org.jspecify.annotations.NullMarked;
