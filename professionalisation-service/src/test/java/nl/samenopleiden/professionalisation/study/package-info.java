/** Tests of {@code study}. */
@NullMarked
package nl.samenopleiden.professionalisation.study;

import org.jspecify.annotations.NullMarked;
