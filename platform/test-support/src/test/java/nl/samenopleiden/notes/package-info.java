/** A service of the smallest kind, to try the platform with. */
@NullMarked
package nl.samenopleiden.notes;

import org.jspecify.annotations.NullMarked;
