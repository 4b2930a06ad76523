/** Where people start: the start page per role, and the tile on the platform's home page. */
@NullMarked
package nl.samenopleiden.partnership.home;

import org.jspecify.annotations.NullMarked;
