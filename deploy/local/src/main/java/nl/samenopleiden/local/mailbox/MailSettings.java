package nl.samenopleiden.local.mailbox;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mails are caught.
 *
 * @param folder where they are kept, one file each ({@code MAIL_DIR})
 * @param smtpPort where they come in ({@code SMTP_PORT}); 0 is any free one
 * @param smtpAddress what that port is bound to
 * @param most how many are kept; older ones are removed
 */
@ConfigurationProperties("samen.mail")
public record MailSettings(Path folder, int smtpPort, String smtpAddress, int most) {

  public MailSettings {
    if (most < 1) {
      throw new IllegalArgumentException("samen.mail.most must be at least 1");
    }
  }
}
