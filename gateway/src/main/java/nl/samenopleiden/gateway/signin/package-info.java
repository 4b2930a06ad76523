/**
 * Signing in at an OpenID Connect provider, the session behind the cookie, verifying tokens. Start
 * at {@link nl.samenopleiden.gateway.signin.Identification}.
 */
@NullMarked
package nl.samenopleiden.gateway.signin;

import org.jspecify.annotations.NullMarked;
