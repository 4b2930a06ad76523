package nl.samenopleiden.professionalisation.course;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.OwnedId;

/**
 * Which time a course is given. Who gives it the first time need not know whether there will be a
 * second: the first edition has none, and is known by its own id.
 *
 * @param series the text form of the first edition's id, with its owner in it
 * @param number 2 for the second time
 */
public record Edition(String series, int number) {

  /** The number of the first edition. */
  static final int FIRST = 1;

  /** The course that was given first. */
  OwnedId first() {
    return OwnedId.parse(series);
  }

  /**
   * The id of its course. It follows from the number, so that of two people who make the same
   * edition at once only one does.
   */
  OwnedId course() {
    return new OwnedId(
        first().owner(),
        UUID.nameUUIDFromBytes((series + "/" + number).getBytes(StandardCharsets.UTF_8))
            .toString());
  }

  /** Which edition a course is. */
  static Edition of(Stored<Course> course) {
    Edition edition = course.state().offer().edition();
    return edition == null ? new Edition(course.id().toString(), FIRST) : edition;
  }
}
