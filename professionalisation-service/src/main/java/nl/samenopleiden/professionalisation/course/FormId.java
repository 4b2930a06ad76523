package nl.samenopleiden.professionalisation.course;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.samenopleiden.platform.tenancy.Owner;
import org.jspecify.annotations.Nullable;

/** The id of what a form becomes. */
public final class FormId {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private FormId() {}

  /** The form's own id as it was sent; a new one when it was not, or is none. */
  public static String sent(@Nullable String form) {
    return form != null && FORM.matcher(form).matches() ? form : UUID.randomUUID().toString();
  }

  /**
   * The same for the same form, so that sending it twice is once. The owner is in it, since the
   * form's own id comes from a browser: nobody can choose the id of what another has.
   */
  public static String of(Owner home, String form) {
    return UUID.nameUUIDFromBytes((home + "/" + form).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
