/**
 * Partnerships between a board and a pabo: whoever proposes, the other side accepts, and nothing is
 * in force until both have agreed. Start at {@link
 * nl.samenopleiden.partnership.partnership.Partnership}.
 */
@NullMarked
package nl.samenopleiden.partnership.partnership;

import org.jspecify.annotations.NullMarked;
