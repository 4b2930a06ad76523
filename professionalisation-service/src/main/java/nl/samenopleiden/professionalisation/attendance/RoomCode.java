package nl.samenopleiden.professionalisation.attendance;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Session;

/**
 * What is shown in the room, so that who is there can say so: every five minutes another one, on
 * the days of the course's sessions only. It carries the window in which it was shown, and a
 * message authentication code over the course, the session and that window, with a secret of the
 * course's own: without the secret nobody can make one, or move one to another course or day.
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
  private static final Refusal UNKNOWN = Refusal.conflict("attendance-code-unknown");

  /** The one to show now; empty when there is no session today. */
  static Optional<RoomCode> at(Instant now, byte[] secret, OwnedId id, Course course) {
    long window = now.getEpochSecond() / WINDOW.toSeconds();
    return sessionOn(course, now)
        .map(
            session ->
                new RoomCode(
                    Long.toString(window, RADIX) + "." + seal(secret, id, session, window),
                    start(window + 1)));
  }

  /** Why this text is not accepted now; empty when it is. */
  static Optional<Refusal> refused(
      String text, Instant now, byte[] secret, OwnedId id, Course course) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.of(UNKNOWN);
    }
    long window = Long.parseLong(parts.group(1), RADIX);
    boolean genuine =
        sessionOn(course, start(window))
            .map(session -> seal(secret, id, session, window))
            .filter(expected -> same(expected, parts.group(2)))
            .isPresent();
    // Not from the future, but for a clock of ours that is a window behind.
    if (!genuine || now.isBefore(start(window - 1))) {
      return Optional.of(UNKNOWN);
    }
    return now.isBefore(start(window + 1).plus(LATEST))
        ? Optional.empty()
        : Optional.of(Refusal.conflict("attendance-code-expired"));
  }

  /** Whether a session is held on the day of this moment. */
  static boolean isShown(Course course, Instant now) {
    return sessionOn(course, now).isPresent() && Attendance.tooEarly(course, now).isEmpty();
  }

  private static Optional<Session> sessionOn(Course course, Instant moment) {
    LocalDate day = day(moment);
    return course.offer().sessions().stream()
        .filter(each -> !day.isBefore(day(each.startsAt())) && !day.isAfter(day(each.endsAt())))
        .findFirst();
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, Moments.ZONE);
  }

  private static Instant start(long window) {
    return Instant.ofEpochSecond(window * WINDOW.toSeconds());
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
  }

  private static String seal(byte[] secret, OwnedId id, Session session, long window) {
    String sealed = id + " " + session.startsAt().getEpochSecond() + " " + window;
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
