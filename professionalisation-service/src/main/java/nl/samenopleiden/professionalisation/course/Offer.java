package nl.samenopleiden.professionalisation.course;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Refusal;
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
    Allotment allotment) {

  /** The most seats that a course can have. */
  public static final int MOST_SEATS = 5_000;

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
      @Nullable Allotment allotment) {
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

  /** Whether it is meant for people like the caller. */
  public boolean meant(Caller caller) {
    return meant(caller.roles());
  }

  /** Whether it is meant for people with these roles. */
  public boolean meant(Collection<Role> roles) {
    return audience.isEmpty() || roles.stream().map(Role::text).anyMatch(audience::contains);
  }

  /** Why somebody whom it is not meant for cannot register. */
  public static Refusal forOthers(String audience) {
    return new Refusal("course-for-others", 403, null, List.of(audience));
  }

  Offer withSeats(int seats) {
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
        allotment);
  }
}
