/** Health that tells the truth: the age of the outbox, the lag of the consumer. */
@NullMarked
package nl.samenopleiden.platform.health;

import org.jspecify.annotations.NullMarked;
