/**
 * Measurements of the running platform. A bench is a {@link nl.samenopleiden.local.bench.Bench}
 * that is named in {@code META-INF/services}; {@code ./samen bench} lists those that it finds.
 */
@NullMarked
package nl.samenopleiden.local.bench;

import org.jspecify.annotations.NullMarked;
