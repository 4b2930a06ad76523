package nl.samenopleiden.professionalisation.course;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a course offers.
 *
 * @param themes keys of {@link Theme}
 * @param place where it is held, as people read it; empty when it is online only
 * @param startsAt when its first session starts
 * @param minutes how long all its sessions take together
 * @param seats how many can take part, 1 to {@value #MOST_SEATS}
 * @param registrationOpensAt from when on people can register; none means at once
 * @param link where it is held online; shown to who takes part
 * @param sessions its meetings, the first to start first; at least one
 * @param trainers who gives it
 * @param language what is spoken: {@code nl} or {@code en}
 * @param audience the roles that it is for, as tokens name them; empty means all that register for
 *     courses
 * @param registrationClosesAt from when on nobody can register any more; none means its start
 * @param asking what it asks of those who register
 * @param allotment how its seats are given out
 * @param sessionsNeeded at how many of its sessions one must have been for a certificate
 * @param edition which time it is given; none for the first
 * @param circle whom among its audience it is for
 */
public record Offer(
    String title,
    String summary,
    List<String> themes,
    String place,
    Instant startsAt,
    int minutes,
    int seats,
    @Nullable Instant registrationOpensAt,
    @Nullable String link,
    List<Session> sessions,
    List<String> trainers,
    String language,
    List<String> audience,
    @Nullable Instant registrationClosesAt,
    Asking asking,
    Allotment allotment,
    Integer sessionsNeeded,
    @Nullable Edition edition,
    Circle circle) {

  /** The most seats that a course can have. */
  public static final int MOST_SEATS = 5_000;

  /** The most sessions that a course can have. */
  public static final int MOST_SESSIONS = 12;

  /** The share of sessions, of a hundred, that one must have been at unless it says otherwise. */
  static final int USUAL_SHARE = 75;

  private static final int HUNDRED = 100;

  static final String DUTCH = "nl";
  static final List<String> LANGUAGES = List.of(DUTCH, "en");

  /** An offer; what an older one does not say is filled in. */
  public Offer(
      String title,
      String summary,
      List<String> themes,
      String place,
      Instant startsAt,
      int minutes,
      int seats,
      @Nullable Instant registrationOpensAt,
      @Nullable String link,
      @Nullable List<Session> sessions,
      @Nullable List<String> trainers,
      @Nullable String language,
      @Nullable List<String> audience,
      @Nullable Instant registrationClosesAt,
      @Nullable Asking asking,
      @Nullable Allotment allotment,
      @Nullable Integer sessionsNeeded,
      @Nullable Edition edition,
      @Nullable Circle circle) {
    this.title = title;
    this.summary = summary;
    this.themes = List.copyOf(themes);
    this.place = place;
    this.startsAt = startsAt;
    this.minutes = minutes;
    this.seats = seats;
    this.registrationOpensAt = registrationOpensAt;
    this.link = link;
    this.sessions =
        sessions == null || sessions.isEmpty()
            ? List.of(new Session(startsAt, startsAt.plus(Duration.ofMinutes(minutes))))
            : List.copyOf(sessions);
    this.trainers = trainers == null ? List.of() : List.copyOf(trainers);
    this.language = language == null ? DUTCH : language;
    this.audience = audience == null ? List.of() : List.copyOf(audience);
    this.registrationClosesAt = registrationClosesAt;
    this.asking = asking == null ? Asking.NOTHING : asking;
    this.allotment = allotment == null ? Allotment.FIRST_COME : allotment;
    this.sessionsNeeded =
        sessionsNeeded == null ? usuallyNeeded(this.sessions.size()) : sessionsNeeded;
    this.edition = edition;
    this.circle = circle == null ? Circle.EVERYBODY : circle;
  }

  /** At how many of so many sessions one must have been unless the course says otherwise. */
  static int usuallyNeeded(int sessions) {
    return Math.ceilDiv(sessions * USUAL_SHARE, HUNDRED);
  }

  /** How long all its sessions take together. */
  public Duration length() {
    return Duration.ofMinutes(minutes);
  }

  /** When its last session ends. */
  public Instant endsAt() {
    return sessions.getLast().endsAt();
  }

  /** Whether it can be followed online. */
  public boolean online() {
    return link != null;
  }

  /** Whom it is for. */
  public Audience forWhom() {
    return new Audience(audience, circle);
  }

  /** The same as this edition, for these people. */
  Offer placed(@Nullable Edition which, Circle whom) {
    return with(seats, which, whom);
  }

  Offer withSeats(int more) {
    return with(more, edition, circle);
  }

  private Offer with(int seats, @Nullable Edition edition, Circle circle) {
    return new Offer(
        title,
        summary,
        themes,
        place,
        startsAt,
        minutes,
        seats,
        registrationOpensAt,
        link,
        sessions,
        trainers,
        language,
        audience,
        registrationClosesAt,
        asking,
        allotment,
        sessionsNeeded,
        edition,
        circle);
  }
}
