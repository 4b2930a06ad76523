/**
 * Which paths go to which service, and how connections to services are made. Start at {@link
 * nl.samenopleiden.gateway.routes.Services}.
 */
@NullMarked
package nl.samenopleiden.gateway.routes;

import org.jspecify.annotations.NullMarked;
