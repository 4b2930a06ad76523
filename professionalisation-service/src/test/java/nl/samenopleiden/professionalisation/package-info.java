/** Tests of the service as a whole. */
@NullMarked
package nl.samenopleiden.professionalisation;

import org.jspecify.annotations.NullMarked;
