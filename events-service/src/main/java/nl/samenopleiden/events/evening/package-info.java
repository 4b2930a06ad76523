/**
 * Announcing an inspiration evening to those whom it concerns, and calling it off. Deciding is in
 * {@link nl.samenopleiden.events.evening.Announcing} and {@link
 * nl.samenopleiden.events.evening.Evening}; start at {@link
 * nl.samenopleiden.events.evening.Evenings}. How people are told is the capability {@code
 * invitation}.
 */
@NullMarked
package nl.samenopleiden.events.evening;

import org.jspecify.annotations.NullMarked;
