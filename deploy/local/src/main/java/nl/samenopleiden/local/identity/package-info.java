/**
 * The identity provider of a platform on one machine: OpenID Connect with demonstration users who
 * need no password. Start reading at {@link nl.samenopleiden.local.identity.IdentityApplication};
 * {@link nl.samenopleiden.local.identity.Protocol} says which tokens it gives to whom, {@code
 * SignInPage} is what people see, {@code DemoTokens} gives access tokens to the command line and to
 * tests.
 *
 * <p>It is for demonstrations: it binds to this machine only and refuses to start otherwise.
 */
@org.jspecify.annotations.NullMarked
package nl.samenopleiden.local.identity;
