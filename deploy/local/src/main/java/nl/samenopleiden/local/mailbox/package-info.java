/**
 * Catches the platform's mails instead of sending them, and shows them: {@link
 * nl.samenopleiden.local.mailbox.MailCatcher} takes them in, {@link
 * nl.samenopleiden.local.mailbox.Mailbox} keeps them as files, {@code MailPages} and {@code
 * MailApi} show them under {@code /mail}.
 */
@org.jspecify.annotations.NullMarked
package nl.samenopleiden.local.mailbox;
