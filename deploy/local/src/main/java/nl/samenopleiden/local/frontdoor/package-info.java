/**
 * The platform as its users reach it: its public API through the gateway, with a token of whoever
 * acts. {@link nl.samenopleiden.local.frontdoor.FrontDoor} is the way in; nothing here knows the
 * services' own addresses.
 */
@NullMarked
package nl.samenopleiden.local.frontdoor;

import org.jspecify.annotations.NullMarked;
