/** Who changed what, and when. */
@NullMarked
package nl.samenopleiden.platform.audit;

import org.jspecify.annotations.NullMarked;
