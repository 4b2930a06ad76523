/** The identity provider, over real HTTP. */
@org.jspecify.annotations.NullMarked
package nl.samenopleiden.local.identity;
