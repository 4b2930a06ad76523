/** How much may be asked. */
@NullMarked
package nl.samenopleiden.gateway.limits;

import org.jspecify.annotations.NullMarked;
