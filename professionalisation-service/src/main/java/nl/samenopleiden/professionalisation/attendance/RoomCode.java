package nl.samenopleiden.professionalisation.attendance;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Course;

/**
 * What is shown in the room, so that who is there can say so: every five minutes another one, on
 * the day of the session only. It carries the window in which it was shown, and a message
 * authentication code over the course, the session and that window, with a secret of the course's
 * own: without the secret nobody can make one, or move one to another course, session or day.
 *
 * <p>It is accepted until {@link #LATEST} after its window. So whoever scans it in a room without
 * network has it on the phone, and hands it in by opening it again within the hour. The price is
 * that somebody can pass it on within that hour to who is not there; the list shows who came in by
 * code, and the lecturer's word goes before it.
 *
 * @param text as it stands in the address
 * @param until when the next one is shown
 */
record RoomCode(String text, Instant until) {

  /** How long the same one is shown. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  /** How long after its window it is still accepted. */
  static final Duration LATEST = Duration.ofMinutes(60);

  private static final int RADIX = 36;
  private static final int BYTES = 16;
  private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,7})\\.([A-Za-z0-9_-]{22})");

  /** Why what nobody here has made is not accepted. */
  static final Refusal UNKNOWN = Refusal.conflict("attendance-code-unknown");

  /**
   * What a code says that was made here.
   *
   * @param late why it is not accepted any more; empty when it is
   */
  record Read(CourseSession session, Optional<Refusal> late) {}

  /** The one to show for a session now. */
  static RoomCode at(Instant now, byte[] secret, OwnedId id, CourseSession session) {
    long window = now.getEpochSecond() / WINDOW.toSeconds();
    return new RoomCode(
        Long.toString(window, RADIX) + "." + seal(secret, id, session, window), start(window + 1));
  }

  /** What this text says now; empty when it is no code of this course. */
  static Optional<Read> read(String text, Instant now, byte[] secret, OwnedId id, Course course) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long window = Long.parseLong(parts.group(1), RADIX);
    // Not from the future, but for a clock of ours that is a window behind.
    if (now.isBefore(start(window - 1))) {
      return Optional.empty();
    }
    Optional<Refusal> late =
        now.isBefore(start(window + 1).plus(LATEST))
            ? Optional.empty()
            : Optional.of(Refusal.conflict("attendance-code-expired"));
    return CourseSession.of(course).stream()
        .filter(each -> each.isOnTheDayOf(start(window)))
        .filter(each -> same(seal(secret, id, each, window), parts.group(2)))
        .findFirst()
        .map(session -> new Read(session, late));
  }

  /** Whether one is shown for this session now: on its day, from its start on. */
  static boolean isShown(Course course, CourseSession session, Instant now) {
    return session.isOnTheDayOf(now) && Attendance.tooEarly(course, session, now).isEmpty();
  }

  private static Instant start(long window) {
    return Instant.ofEpochSecond(window * WINDOW.toSeconds());
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
  }

  private static String seal(byte[] secret, OwnedId id, CourseSession session, long window) {
    String sealed = id + " " + session.session().startsAt().getEpochSecond() + " " + window;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] whole = mac.doFinal(sealed.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
