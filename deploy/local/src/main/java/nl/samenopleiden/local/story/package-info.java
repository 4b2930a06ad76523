/**
 * The chain that must always work, walked through the front door of a running platform. {@link
 * nl.samenopleiden.local.story.Chain} has the steps in their order; {@link
 * nl.samenopleiden.local.story.Story} tells them.
 */
@NullMarked
package nl.samenopleiden.local.story;

import org.jspecify.annotations.NullMarked;
