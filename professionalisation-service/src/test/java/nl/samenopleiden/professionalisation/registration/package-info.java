/** Tests of {@code registration}. */
@NullMarked
package nl.samenopleiden.professionalisation.registration;

import org.jspecify.annotations.NullMarked;
