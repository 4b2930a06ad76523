/**
 * What tests of a service stand on: a real broker, a real database, tokens, mail. Start at {@link
 * nl.samenopleiden.platform.test.SamenTest}.
 */
@NullMarked
package nl.samenopleiden.platform.test;

import org.jspecify.annotations.NullMarked;
