/** What the platform uses of a database and a broker works, and survives being killed. */
@NullMarked
package nl.samenopleiden.embedded;

import org.jspecify.annotations.NullMarked;
