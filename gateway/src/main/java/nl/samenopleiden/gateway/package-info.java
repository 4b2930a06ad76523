/**
 * The front door. Start at {@link nl.samenopleiden.gateway.SecurityConfiguration}: the order in
 * which a request is guarded.
 */
@NullMarked
package nl.samenopleiden.gateway;

import org.jspecify.annotations.NullMarked;
