/**
 * The whole platform under test, started by {@code ./samen up} as a user would. Start at {@link
 * nl.samenopleiden.system.RunningPlatform}.
 */
@NullMarked
package nl.samenopleiden.system;

import org.jspecify.annotations.NullMarked;
