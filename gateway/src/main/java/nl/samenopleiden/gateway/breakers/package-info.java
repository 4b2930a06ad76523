/**
 * What happens when a service is away or slow. Start at {@link
 * nl.samenopleiden.gateway.breakers.Breaking}.
 */
@NullMarked
package nl.samenopleiden.gateway.breakers;

import org.jspecify.annotations.NullMarked;
