/** Reading the processes' logs, which are lines of JSON, as a person would like to. */
@NullMarked
package nl.samenopleiden.local.logs;

import org.jspecify.annotations.NullMarked;
