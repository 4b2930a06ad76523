/**
 * The first page of this service and its tile on everybody's home page: the next thing to do, by
 * role.
 */
@NullMarked
package nl.samenopleiden.placement.home;

import org.jspecify.annotations.NullMarked;
