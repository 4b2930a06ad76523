/** Tests of {@code evaluation}. */
@NullMarked
package nl.samenopleiden.professionalisation.evaluation;

import org.jspecify.annotations.NullMarked;
