package nl.samenopleiden.professionalisation.course;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would like to offer, before anybody has looked whether it can be.
 *
 * @param sessions when there are any they stand instead of {@code startsAt} and {@code minutes}
 * @param sessionsNeeded none means the usual share of the sessions
 */
record OfferDraft(
    @Nullable String title,
    @Nullable String summary,
    @Nullable List<String> themes,
    @Nullable String place,
    @Nullable Instant startsAt,
    @Nullable Integer minutes,
    @Nullable Integer seats,
    @Nullable Instant registrationOpensAt,
    @Nullable String link,
    @Nullable List<SessionDraft> sessions,
    @Nullable List<String> trainers,
    @Nullable String language,
    @Nullable List<String> audience,
    @Nullable Instant registrationClosesAt,
    @Nullable List<QuestionDraft> questions,
    @Nullable Boolean asksNeeds,
    @Nullable AllotmentDraft allotment,
    @Nullable Integer sessionsNeeded,
    @Nullable CircleDraft circle) {

  /** A meeting of it. */
  record SessionDraft(@Nullable Instant startsAt, @Nullable Instant endsAt) {

    boolean complete() {
      return startsAt != null && endsAt != null;
    }

    Session session() {
      return new Session(Objects.requireNonNull(startsAt), Objects.requireNonNull(endsAt));
    }
  }

  /** A question to those who register. */
  record QuestionDraft(@Nullable String text, @Nullable Boolean required) {

    static List<QuestionDraft> of(Asking asking) {
      return asking.questions().stream()
          .map(each -> new QuestionDraft(each.text(), each.required()))
          .toList();
    }

    Asking.Question question() {
      return new Asking.Question(
          Objects.requireNonNull(text).strip(), Boolean.TRUE.equals(required));
    }
  }

  static final int FEWEST_MINUTES = 15;
  static final int MOST_MINUTES = 720;
  static final int MOST_SESSIONS = Offer.MOST_SESSIONS;
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_SUMMARY = 2_000;
  private static final int LONGEST_PLACE = 160;
  private static final int LONGEST_NAME = 80;
  private static final int MOST_TRAINERS = 6;
  private static final int LONGEST_QUESTION = 160;

  /** What is wrong with it, field by field; empty when it can be offered. */
  List<Refusal> check(Instant now) {
    List<Refusal> wrong = new ArrayList<>();
    text("title", title, LONGEST_TITLE, wrong);
    text("summary", summary, LONGEST_SUMMARY, wrong);
    if (themes == null || themes.isEmpty()) {
      wrong.add(Refusal.invalid("field-needed", "themes"));
    } else if (!Theme.keys().containsAll(themes)) {
      wrong.add(Refusal.invalid("unknown-theme", "themes"));
    }
    checkWhere(wrong);
    if (sessions == null || sessions.isEmpty()) {
      checkOneSession(now, wrong);
    } else {
      checkSessions(sessions, now, wrong);
    }
    number("seats", seats, 1, Offer.MOST_SEATS, wrong);
    checkPeople(wrong);
    checkWindow(now, wrong);
    checkQuestions(wrong);
    checkNeeded(wrong);
    if (allotment != null) {
      allotment.check(
          AllotmentDraft.Window.of(now, registrationOpensAt, registrationClosesAt, start()),
          seats,
          wrong);
    }
    return wrong;
  }

  /**
   * The offer; only to be asked for when nothing is wrong with the draft.
   *
   * @param by who offers it
   */
  Offer offer(String by) {
    List<Session> planned = planned();
    Duration length = planned.stream().map(Session::length).reduce(Duration.ZERO, Duration::plus);
    return new Offer(
        Objects.requireNonNull(title).strip(),
        Objects.requireNonNull(summary).strip(),
        Objects.requireNonNull(themes).stream().distinct().toList(),
        place == null ? "" : place.strip(),
        planned.getFirst().startsAt(),
        (int) length.toMinutes(),
        Objects.requireNonNull(seats),
        registrationOpensAt,
        blank(link) ? null : Objects.requireNonNull(link).strip(),
        planned,
        named(),
        language,
        audience == null ? List.of() : audience.stream().distinct().toList(),
        registrationClosesAt,
        new Asking(
            questions == null
                ? List.of()
                : questions.stream().map(QuestionDraft::question).toList(),
            Boolean.TRUE.equals(asksNeeds),
            by),
        allotment == null ? Allotment.FIRST_COME : allotment.allotment(),
        sessionsNeeded,
        null,
        Circle.EVERYBODY);
  }

  /**
   * The same, with everything that it does not say as it was in an earlier edition; except when it
   * is held, when people can register, and how the seats are given out, which has moments too.
   */
  OfferDraft like(Offer before) {
    return new OfferDraft(
        title == null ? before.title() : title,
        summary == null ? before.summary() : summary,
        themes == null ? before.themes() : themes,
        place == null && link == null ? before.place() : place,
        startsAt,
        minutes == null && sessions == null ? lengthOfFirst(before) : minutes,
        seats == null ? Integer.valueOf(before.seats()) : seats,
        registrationOpensAt,
        place == null && link == null ? before.link() : link,
        sessions,
        trainers == null ? before.trainers() : trainers,
        language == null ? before.language() : language,
        audience == null ? before.audience() : audience,
        registrationClosesAt,
        questions == null ? QuestionDraft.of(before.asking()) : questions,
        asksNeeds == null ? Boolean.valueOf(before.asking().needs()) : asksNeeds,
        allotment,
        sessionsNeeded,
        circle == null ? CircleDraft.of(before.circle()) : circle);
  }

  private static Integer lengthOfFirst(Offer before) {
    return (int) before.sessions().getFirst().length().toMinutes();
  }

  /** The boards that it would keep seats for. */
  Set<String> boardsWithShares() {
    return allotment == null ? Set.of() : allotment.boards();
  }

  private void checkWhere(List<Refusal> wrong) {
    if (blank(place) && blank(link)) {
      wrong.add(Refusal.invalid("field-needed", "place"));
    } else if (place != null && place.strip().length() > LONGEST_PLACE) {
      wrong.add(Refusal.invalid("field-too-long", "place", LONGEST_PLACE));
    }
    if (!blank(link) && !Links.isSafe(Objects.requireNonNull(link).strip())) {
      wrong.add(Refusal.invalid("not-a-link", "link", Links.LONGEST));
    }
  }

  private void checkOneSession(Instant now, List<Refusal> wrong) {
    if (startsAt == null) {
      wrong.add(Refusal.invalid("field-needed", "startsAt"));
    } else if (!startsAt.isAfter(now)) {
      wrong.add(Refusal.invalid("course-in-the-past", "startsAt"));
    }
    number("minutes", minutes, FEWEST_MINUTES, MOST_MINUTES, wrong);
  }

  private static void checkSessions(List<SessionDraft> sessions, Instant now, List<Refusal> wrong) {
    if (sessions.size() > MOST_SESSIONS) {
      wrong.add(Refusal.invalid("too-many", "sessions", MOST_SESSIONS));
    } else if (!sessions.stream().allMatch(each -> each != null && each.complete())) {
      wrong.add(Refusal.invalid("field-needed", "sessions"));
    } else {
      List<Session> planned = inOrder(sessions);
      if (!planned.stream().allMatch(OfferDraft::isOfGoodLength)) {
        wrong.add(Refusal.invalid("session-length", "sessions", FEWEST_MINUTES, MOST_MINUTES));
      } else if (overlap(planned)) {
        wrong.add(Refusal.invalid("sessions-overlap", "sessions"));
      }
      if (!planned.getFirst().startsAt().isAfter(now)) {
        wrong.add(Refusal.invalid("course-in-the-past", "sessions"));
      }
    }
  }

  private void checkPeople(List<Refusal> wrong) {
    List<String> names = named();
    if (names.size() > MOST_TRAINERS) {
      wrong.add(Refusal.invalid("too-many", "trainers", MOST_TRAINERS));
    } else if (names.stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
      wrong.add(Refusal.invalid("field-too-long", "trainers", LONGEST_NAME));
    }
    if (language != null && !Offer.LANGUAGES.contains(language)) {
      wrong.add(Refusal.invalid("unknown-language", "language"));
    }
    if (audience != null && !Audience.ROLES.containsAll(audience)) {
      wrong.add(Refusal.invalid("unknown-role", "audience"));
    }
  }

  private void checkWindow(Instant now, List<Refusal> wrong) {
    Instant start = start();
    if (registrationOpensAt != null && start != null && !registrationOpensAt.isBefore(start)) {
      wrong.add(Refusal.invalid("opens-after-start", "registrationOpensAt"));
    }
    if (registrationClosesAt == null) {
      return;
    }
    Instant opens = registrationOpensAt == null ? now : registrationOpensAt;
    if (!registrationClosesAt.isAfter(opens) || !registrationClosesAt.isAfter(now)) {
      wrong.add(Refusal.invalid("closes-before-opening", "registrationClosesAt"));
    } else if (start != null && registrationClosesAt.isAfter(start)) {
      wrong.add(Refusal.invalid("closes-after-start", "registrationClosesAt"));
    }
  }

  private void checkQuestions(List<Refusal> wrong) {
    if (questions == null) {
      return;
    }
    if (questions.size() > Asking.MOST_QUESTIONS) {
      wrong.add(Refusal.invalid("too-many", "questions", Asking.MOST_QUESTIONS));
    } else if (questions.stream().anyMatch(each -> each == null || blank(each.text()))) {
      wrong.add(Refusal.invalid("field-needed", "questions"));
    } else if (questions.stream()
        .anyMatch(each -> Objects.requireNonNull(each.text()).length() > LONGEST_QUESTION)) {
      wrong.add(Refusal.invalid("field-too-long", "questions", LONGEST_QUESTION));
    }
  }

  private void checkNeeded(List<Refusal> wrong) {
    int planned = sessions == null ? 1 : Math.max(1, sessions.size());
    if (sessionsNeeded != null && (sessionsNeeded < 1 || sessionsNeeded > planned)) {
      wrong.add(Refusal.invalid("field-out-of-range", "sessionsNeeded", 1, planned));
    }
  }

  /** When it would start; none while that is not known. */
  private @Nullable Instant start() {
    if (sessions == null || sessions.isEmpty()) {
      return startsAt;
    }
    return sessions.stream()
        .filter(Objects::nonNull)
        .map(SessionDraft::startsAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private List<Session> planned() {
    if (sessions != null && !sessions.isEmpty()) {
      return inOrder(sessions);
    }
    Instant start = Objects.requireNonNull(startsAt);
    return List.of(
        new Session(start, start.plus(Duration.ofMinutes(Objects.requireNonNull(minutes)))));
  }

  private List<String> named() {
    return trainers == null
        ? List.of()
        : trainers.stream()
            .filter(Objects::nonNull)
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
  }

  private static List<Session> inOrder(List<SessionDraft> sessions) {
    return sessions.stream()
        .map(SessionDraft::session)
        .sorted(Comparator.comparing(Session::startsAt))
        .toList();
  }

  private static boolean isOfGoodLength(Session session) {
    long minutes = session.length().toMinutes();
    return minutes >= FEWEST_MINUTES && minutes <= MOST_MINUTES;
  }

  private static boolean overlap(List<Session> inOrder) {
    for (int i = 1; i < inOrder.size(); i++) {
      if (inOrder.get(i).startsAt().isBefore(inOrder.get(i - 1).endsAt())) {
        return true;
      }
    }
    return false;
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static void text(String field, @Nullable String value, int longest, List<Refusal> wrong) {
    if (value == null || value.isBlank()) {
      wrong.add(Refusal.invalid("field-needed", field));
    } else if (value.strip().length() > longest) {
      wrong.add(Refusal.invalid("field-too-long", field, longest));
    }
  }

  private static void number(
      String field, @Nullable Integer value, int least, int most, List<Refusal> wrong) {
    if (value == null) {
      wrong.add(Refusal.invalid("field-needed", field));
    } else if (value < least || value > most) {
      wrong.add(Refusal.invalid("field-out-of-range", field, least, most));
    }
  }
}
