package nl.samenopleiden.professionalisation.course;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenopleiden.platform.web.FormFields;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.AllotmentDraft.ShareDraft;
import nl.samenopleiden.professionalisation.course.OfferDraft.QuestionDraft;
import nl.samenopleiden.professionalisation.course.OfferDraft.SessionDraft;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new course, as it was typed. Its {@code id} was made with the empty form, so that
 * sending it twice is one course.
 *
 * @param moreSessions when the second and further sessions start; each is as long as the first
 * @param trainers a line for each
 * @param drawsAt when seats are drawn; empty when who comes first is first
 * @param shareBoards the boards that seats could be kept for
 * @param shareSeats how many, one for each of these boards; empty for nothing
 * @param edition which edition it is to be; empty for the first
 * @param hoursToAccept how long somebody who waited may take to accept a seat that came free
 * @param required the numbers of the questions that must be answered, the first is 0
 * @param sessionsNeeded at how many sessions one must have been for a certificate; empty for the
 *     usual share
 */
record CourseForm(
    String id,
    String title,
    String summary,
    List<String> themes,
    String place,
    String startsAt,
    String minutes,
    String seats,
    String registrationOpensAt,
    String link,
    List<String> moreSessions,
    String trainers,
    String language,
    List<String> audience,
    String registrationClosesAt,
    List<String> questions,
    List<String> required,
    String asksNeeds,
    String drawsAt,
    List<String> shareBoards,
    List<String> shareSeats,
    String sharesUntil,
    String sessionsNeeded,
    String edition,
    CircleForm circle,
    String hoursToAccept) {

  /** Two days: somebody who does not work on the one reads it on the other. */
  private static final String HOURS_TO_ACCEPT = "48";

  CourseForm(
      @Nullable String id,
      @Nullable String title,
      @Nullable String summary,
      @Nullable List<String> themes,
      @Nullable String place,
      @Nullable String startsAt,
      @Nullable String minutes,
      @Nullable String seats,
      @Nullable String registrationOpensAt,
      @Nullable String link,
      @Nullable List<String> moreSessions,
      @Nullable String trainers,
      @Nullable String language,
      @Nullable List<String> audience,
      @Nullable String registrationClosesAt,
      @Nullable List<String> questions,
      @Nullable List<String> required,
      @Nullable String asksNeeds,
      @Nullable String drawsAt,
      @Nullable List<String> shareBoards,
      @Nullable List<String> shareSeats,
      @Nullable String sharesUntil,
      @Nullable String sessionsNeeded,
      @Nullable String edition,
      @Nullable CircleForm circle,
      @Nullable String hoursToAccept) {
    this.id = FormId.sent(id);
    this.title = FormFields.text(title);
    this.summary = FormFields.text(summary);
    this.themes = themes == null ? List.of() : List.copyOf(themes);
    this.place = FormFields.text(place);
    this.startsAt = FormFields.text(startsAt);
    this.minutes = FormFields.text(minutes);
    this.seats = FormFields.text(seats);
    this.registrationOpensAt = FormFields.text(registrationOpensAt);
    this.link = FormFields.text(link);
    this.moreSessions =
        moreSessions == null
            ? List.of()
            : moreSessions.stream().map(FormFields::text).filter(each -> !each.isEmpty()).toList();
    this.trainers = FormFields.text(trainers);
    this.language = language == null ? Offer.DUTCH : FormFields.text(language);
    this.audience = audience == null ? List.of() : List.copyOf(audience);
    this.registrationClosesAt = FormFields.text(registrationClosesAt);
    this.questions =
        questions == null ? List.of() : questions.stream().map(FormFields::text).toList();
    this.required = required == null ? List.of() : List.copyOf(required);
    this.asksNeeds = FormFields.text(asksNeeds);
    this.drawsAt = FormFields.text(drawsAt);
    this.shareBoards = shareBoards == null ? List.of() : List.copyOf(shareBoards);
    this.shareSeats =
        shareSeats == null ? List.of() : shareSeats.stream().map(FormFields::text).toList();
    this.sharesUntil = FormFields.text(sharesUntil);
    this.sessionsNeeded = FormFields.text(sessionsNeeded);
    this.edition = FormFields.text(edition);
    this.circle = circle == null ? CircleForm.empty() : circle;
    this.hoursToAccept = FormFields.text(hoursToAccept);
  }

  static CourseForm empty() {
    return new CourseForm(
        null,
        null,
        null,
        null,
        null,
        null,
        "120",
        "20",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        HOURS_TO_ACCEPT);
  }

  /** The form for a next edition: all as it was, except when it is held and one can register. */
  static CourseForm again(Offer before, Edition edition) {
    List<Asking.Question> asked = before.asking().questions();
    List<Shares.Share> kept = before.allotment().shares().kept();
    return new CourseForm(
        null,
        before.title(),
        before.summary(),
        before.themes(),
        before.place(),
        null,
        Long.toString(before.sessions().getFirst().length().toMinutes()),
        Integer.toString(before.seats()),
        null,
        before.link(),
        null,
        String.join("\n", before.trainers()),
        before.language(),
        before.audience(),
        null,
        asked.stream().map(Asking.Question::text).toList(),
        IntStream.range(0, asked.size())
            .filter(each -> asked.get(each).required())
            .mapToObj(Integer::toString)
            .toList(),
        before.asking().needs() ? "true" : null,
        null,
        kept.stream().map(Shares.Share::board).toList(),
        kept.stream().map(each -> Integer.toString(each.seats())).toList(),
        null,
        Integer.toString(before.sessionsNeeded()),
        Integer.toString(edition.number()),
        CircleForm.of(before.circle()),
        Integer.toString(before.allotment().hoursToAccept()));
  }

  /** Whether seats were typed to be kept for any board. */
  public boolean shares() {
    return shareSeats.stream().anyMatch(each -> !each.isEmpty());
  }

  /** How many seats were typed to be kept for this board. */
  public String share(String board) {
    int at = shareBoards.indexOf(board);
    return at >= 0 && at < shareSeats.size() ? shareSeats.get(at) : "";
  }

  /** What was typed for the further session of this number, the first is 0. */
  public String session(int number) {
    return number < moreSessions.size() ? moreSessions.get(number) : "";
  }

  /** What was typed for the question of this number, the first is 0. */
  public String question(int number) {
    return number < questions.size() ? questions.get(number) : "";
  }

  /** The fields that hold something, but nothing that can be read. */
  List<Refusal> unreadable() {
    List<Refusal> wrong = new ArrayList<>();
    FormFields.time("startsAt", startsAt, wrong);
    FormFields.number("minutes", minutes, wrong);
    moreSessions.stream()
        .filter(each -> Moments.fromField(each).isEmpty())
        .findFirst()
        .ifPresent(each -> FormFields.time("sessions", each, wrong));
    FormFields.number("seats", seats, wrong);
    FormFields.time("registrationOpensAt", registrationOpensAt, wrong);
    FormFields.time("registrationClosesAt", registrationClosesAt, wrong);
    FormFields.time("drawsAt", drawsAt, wrong);
    FormFields.time("sharesUntil", sharesUntil, wrong);
    FormFields.number("sessionsNeeded", sessionsNeeded, wrong);
    FormFields.number("hoursToAccept", hoursToAccept, wrong);
    if (shareSeats.stream().anyMatch(each -> !each.isEmpty() && FormFields.number(each) == null)) {
      wrong.add(Refusal.invalid("unreadable-number", "shares"));
    }
    return wrong;
  }

  OfferDraft draft() {
    return new OfferDraft(
        title,
        summary,
        themes,
        place,
        Moments.fromField(startsAt).orElse(null),
        FormFields.number(minutes),
        FormFields.number(seats),
        Moments.fromField(registrationOpensAt).orElse(null),
        link,
        sessions(),
        trainers.lines().toList(),
        language,
        audience,
        Moments.fromField(registrationClosesAt).orElse(null),
        asked(),
        asksNeeds.equals("true"),
        allotment(),
        FormFields.number(sessionsNeeded),
        circle.draft());
  }

  private AllotmentDraft allotment() {
    List<ShareDraft> shares = new ArrayList<>();
    for (String board : shareBoards) {
      Integer kept = FormFields.number(share(board));
      if (kept != null && kept != 0) {
        shares.add(new ShareDraft(board, kept));
      }
    }
    return new AllotmentDraft(
        Moments.fromField(drawsAt).orElse(null),
        shares,
        Moments.fromField(sharesUntil).orElse(null),
        FormFields.number(hoursToAccept));
  }

  private List<QuestionDraft> asked() {
    List<QuestionDraft> asked = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      if (!questions.get(i).isEmpty()) {
        asked.add(new QuestionDraft(questions.get(i), required.contains(Integer.toString(i))));
      }
    }
    return asked;
  }

  /** All sessions when there are more than one, as soon as it is known how long they take. */
  private @Nullable List<SessionDraft> sessions() {
    Integer length = FormFields.number(minutes);
    Instant first = Moments.fromField(startsAt).orElse(null);
    if (moreSessions.isEmpty()
        || first == null
        || length == null
        || length < OfferDraft.FEWEST_MINUTES
        || length > OfferDraft.MOST_MINUTES) {
      return null;
    }
    return Stream.concat(
            Stream.of(first),
            moreSessions.stream()
                .map(each -> Moments.fromField(each).orElse(null))
                .filter(Objects::nonNull))
        .map(start -> new SessionDraft(start, start.plus(Duration.ofMinutes(length))))
        .toList();
  }
}
