/**
 * How much one person, one tenant and one anonymous address may ask. Start at {@link
 * nl.samenopleiden.gateway.limits.RateLimiting}.
 */
@NullMarked
package nl.samenopleiden.gateway.limits;

import org.jspecify.annotations.NullMarked;
