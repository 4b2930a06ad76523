/**
 * What of a request may reach a service, and what of its answer may reach the browser. Start at
 * {@link nl.samenopleiden.gateway.tenantguard.RequestHeaders}.
 */
@NullMarked
package nl.samenopleiden.gateway.tenantguard;

import org.jspecify.annotations.NullMarked;
