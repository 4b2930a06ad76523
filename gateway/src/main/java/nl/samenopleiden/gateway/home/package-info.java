/**
 * The home page, one tile for each service, and the choice of language. Start at {@link
 * nl.samenopleiden.gateway.home.HomePage}.
 */
@NullMarked
package nl.samenopleiden.gateway.home;

import org.jspecify.annotations.NullMarked;
