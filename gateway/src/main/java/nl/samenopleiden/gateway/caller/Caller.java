package nl.samenopleiden.gateway.caller;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the verified access token says.
 *
 * @param person the token's subject: opaque, the same at every sign-in
 * @param name for greeting; empty for machines
 * @param tenant the organisation whose share of the capacity is used, for example {@code
 *     board:90001}; absent for operators
 */
public record Caller(String person, String name, @Nullable String tenant) {}
