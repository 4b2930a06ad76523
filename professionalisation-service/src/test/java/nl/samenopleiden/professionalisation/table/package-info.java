/** Tests of {@code table}. */
@NullMarked
package nl.samenopleiden.professionalisation.table;

import org.jspecify.annotations.NullMarked;
