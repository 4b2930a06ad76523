/**
 * Fills an empty platform with the demonstration world, through its own front door: what a pabo and
 * its boards would do by hand in their first weeks. {@link
 * nl.samenopleiden.local.loading.DemoLoader} has the steps in their order.
 */
@NullMarked
package nl.samenopleiden.local.loading;

import org.jspecify.annotations.NullMarked;
