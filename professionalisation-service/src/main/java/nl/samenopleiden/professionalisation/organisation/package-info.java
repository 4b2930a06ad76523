/** The names of boards and pabos, as partnership-service tells them. */
@NullMarked
package nl.samenopleiden.professionalisation.organisation;

import org.jspecify.annotations.NullMarked;
