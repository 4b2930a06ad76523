package nl.samenopleiden.professionalisation.course;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.samenopleiden.platform.tenancy.Owner;

/** The id of what a form becomes. */
public final class FormId {

  private FormId() {}

  /**
   * The same for the same form, so that sending it twice is once. The owner is in it, since the
   * form's own id comes from a browser: nobody can choose the id of what another has.
   */
  public static String of(Owner home, String form) {
    return UUID.nameUUIDFromBytes((home + "/" + form).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
