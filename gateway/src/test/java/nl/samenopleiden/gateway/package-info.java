/**
 * The front door as its callers see it: a real gateway between real HTTP servers. Start at {@link
 * nl.samenopleiden.gateway.FrontDoorTest}.
 */
@NullMarked
package nl.samenopleiden.gateway;

import org.jspecify.annotations.NullMarked;
