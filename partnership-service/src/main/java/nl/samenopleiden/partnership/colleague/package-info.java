/**
 * The people of a board, as their board coordinator lists them. Start at {@link
 * nl.samenopleiden.partnership.colleague.Colleague}.
 */
@NullMarked
package nl.samenopleiden.partnership.colleague;

import org.jspecify.annotations.NullMarked;
