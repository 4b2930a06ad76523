/** Logs made readable. */
@org.jspecify.annotations.NullMarked
package nl.samenopleiden.local.logs;
