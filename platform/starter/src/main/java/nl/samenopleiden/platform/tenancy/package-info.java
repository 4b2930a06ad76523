/**
 * Who asks, and whose data may be seen: callers, owners and scopes. Start at {@link
 * nl.samenopleiden.platform.tenancy.Access}.
 */
@NullMarked
package nl.samenopleiden.platform.tenancy;

import org.jspecify.annotations.NullMarked;
