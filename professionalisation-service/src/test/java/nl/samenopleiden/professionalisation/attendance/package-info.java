/** Tests of {@code attendance}. */
@NullMarked
package nl.samenopleiden.professionalisation.attendance;

import org.jspecify.annotations.NullMarked;
