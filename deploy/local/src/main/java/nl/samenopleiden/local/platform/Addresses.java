package nl.samenopleiden.local.platform;

/**
 * Where the parts of the running platform are, whether ours or somebody else's.
 *
 * @param gateway the front door, without a slash at the end
 * @param issuer the identity provider
 * @param mails pages with the mails that were sent; empty when they go to a real mail server
 * @param mongodb the database
 * @param kafka the broker
 * @param demonstration whether our own identity provider runs, with the demonstration users
 */
public record Addresses(
    String gateway,
    String issuer,
    String mails,
    String mongodb,
    String kafka,
    boolean demonstration) {}
