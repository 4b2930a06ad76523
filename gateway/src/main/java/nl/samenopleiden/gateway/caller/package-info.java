/** Who asks: what the verified token says, and nothing else. */
@NullMarked
package nl.samenopleiden.gateway.caller;

import org.jspecify.annotations.NullMarked;
