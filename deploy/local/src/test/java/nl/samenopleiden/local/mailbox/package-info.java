/** The mail catcher, over real SMTP and HTTP. */
@org.jspecify.annotations.NullMarked
package nl.samenopleiden.local.mailbox;
