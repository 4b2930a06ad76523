/**
 * A student of a pabo gets a place at a school of a board: two aggregates of two owners, changed
 * one after the other. {@link nl.samenopleiden.placement.placement.Placing} tells the steps, {@link
 * nl.samenopleiden.placement.placement.FinishingPlacements} what happens when the process dies
 * between them.
 */
@NullMarked
package nl.samenopleiden.placement.placement;

import org.jspecify.annotations.NullMarked;
