/**
 * School boards, and choosing them as tenants of the platform (onboarding). Start at {@link
 * nl.samenopleiden.partnership.board.Board}.
 */
@NullMarked
package nl.samenopleiden.partnership.board;

import org.jspecify.annotations.NullMarked;
