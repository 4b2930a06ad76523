/** Processes of this machine, and the files about them. */
@org.jspecify.annotations.NullMarked
package nl.samenopleiden.local.platform;
