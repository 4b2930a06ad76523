/** The service's first page and its tile on the platform's home page, for each role. */
@NullMarked
package nl.samenopleiden.events.home;

import org.jspecify.annotations.NullMarked;
