/**
 * Mails that are sent once, whatever falls over in between. Start at {@link
 * nl.samenopleiden.platform.mail.Mailer}.
 */
@NullMarked
package nl.samenopleiden.platform.mail;

import org.jspecify.annotations.NullMarked;
