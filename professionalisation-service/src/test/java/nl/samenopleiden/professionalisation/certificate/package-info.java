/** Tests of {@code certificate}. */
@NullMarked
package nl.samenopleiden.professionalisation.certificate;

import org.jspecify.annotations.NullMarked;
