/**
 * The platform on one machine, with nothing but a JDK: what {@code ./samen} does. Start reading in
 * {@link nl.samenopleiden.local.cli.Samen}.
 */
@NullMarked
package nl.samenopleiden.local;

import org.jspecify.annotations.NullMarked;
