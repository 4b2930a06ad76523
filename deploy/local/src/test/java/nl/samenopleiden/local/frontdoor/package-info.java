/** The client of the public API. */
@org.jspecify.annotations.NullMarked
package nl.samenopleiden.local.frontdoor;
