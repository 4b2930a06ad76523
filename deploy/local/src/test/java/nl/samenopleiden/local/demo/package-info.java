/** The demonstration world. */
@org.jspecify.annotations.NullMarked
package nl.samenopleiden.local.demo;
