/**
 * The commands of {@code ./samen}, one class each; {@link nl.samenopleiden.local.cli.Samen} lists
 * them. What they do is in the other packages.
 */
@NullMarked
package nl.samenopleiden.local.cli;

import org.jspecify.annotations.NullMarked;
