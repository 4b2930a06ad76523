/**
 * What did not go well, as a problem detail for machines or a page for people, in two languages.
 * Start at {@link nl.samenopleiden.gateway.problems.Problems}.
 */
@NullMarked
package nl.samenopleiden.gateway.problems;

import org.jspecify.annotations.NullMarked;
