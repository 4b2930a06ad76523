package nl.samenopleiden.professionalisation.course;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Courses for other programs. */
@RestController
@RequestMapping("/api/professionalisation/courses")
final class CourseApi {

  /**
   * A course.
   *
   * @param pabo whose it is
   * @param free how many seats the caller could be given one of now
   * @param waiting how many people wait for one
   * @param freeOfCharge always true: for whoever sees the course it costs nothing
   * @param reason why it costs nothing, in the reader's language
   * @param open whether one can register now
   * @param startsAt when its first session starts
   * @param minutes how long all sessions take together
   * @param endsAt when its last session ends
   * @param link where it is held online; for who takes part and for who gives it
   * @param language what is spoken: {@code nl} or {@code en}
   * @param questions what it asks of those who register
   * @param asksNeeds whether it asks what people need to take part: diet, access
   * @param drawsAt when seats are drawn among all who registered before; none when who comes first
   *     is first
   * @param inDraw how many take part in a draw that is to come
   * @param shares seats that are kept for people of these boards
   * @param sharesUntil until when they are kept
   * @param sessionsNeeded at how many sessions one must have been for a certificate
   * @param audience the roles that it is for; empty means all that register for courses
   * @param series the id of the first edition; of the first edition its own
   * @param edition which time it is given, 1 for the first
   * @param circle whom among its audience it is for
   */
  record CourseView(
      String id,
      String pabo,
      String title,
      String summary,
      List<String> themes,
      String place,
      Instant startsAt,
      int minutes,
      int seats,
      int free,
      int waiting,
      @Nullable Instant registrationOpensAt,
      boolean open,
      boolean cancelled,
      boolean freeOfCharge,
      String reason,
      Instant endsAt,
      List<Session> sessions,
      boolean online,
      @Nullable String link,
      List<String> trainers,
      String language,
      List<String> audience,
      @Nullable Instant registrationClosesAt,
      List<Asking.Question> questions,
      boolean asksNeeds,
      @Nullable Instant drawsAt,
      int inDraw,
      List<Shares.Share> shares,
      @Nullable Instant sharesUntil,
      int sessionsNeeded,
      String series,
      int edition,
      CircleDraft circle,
      int hoursToAccept,
      int offered) {}

  record SeatsWanted(@Nullable Integer seats) {}

  private final Courses courses;
  private final Offering offering;
  private final Places places;
  private final CourseWords words;
  private final Problems problems;
  private final Clock clock;

  CourseApi(
      Courses courses,
      Offering offering,
      Places places,
      CourseWords words,
      Problems problems,
      Clock clock) {
    this.courses = courses;
    this.offering = offering;
    this.places = places;
    this.words = words;
    this.problems = problems;
    this.clock = clock;
  }

  /**
   * Courses that can still be taken, the first to begin first.
   *
   * @param q words that must all be there
   * @param where {@code place} or {@code online}; nothing means both
   * @param from the first day on which it may start, for example {@code 2026-12-01}
   * @param until the last day on which it may start
   */
  @GetMapping
  @Allowed
  Page<CourseView> coming(
      Access access,
      PageRequest page,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String theme,
      @RequestParam(defaultValue = "") String where,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until) {
    CourseSearch search = new CourseSearch(q, theme, where, from, until);
    List<Refusal> wrong = search.check();
    if (!wrong.isEmpty()) {
      throw new RefusedException(wrong.getFirst());
    }
    Page<Stored<Course>> found = courses.coming(access, search, page);
    List<OwnedId> ids = found.items().stream().map(Stored::id).toList();
    Map<OwnedId, Places.Taken> taken = places.taken(ids);
    Map<OwnedId, Places.Mine> mine = places.mine(access.caller(), ids);
    return found.map(
        each ->
            view(
                each,
                access,
                taken.getOrDefault(each.id(), Places.Taken.NONE),
                mine.get(each.id())));
  }

  @GetMapping("/{course}")
  @Allowed
  CourseView course(Access access, @PathVariable String course) {
    Stored<Course> found = courses.find(access, course).orElseThrow(RefusedException::notFound);
    return view(found, access, places.taken(found.id()));
  }

  @PostMapping
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ResponseEntity<?> publish(Access access, @RequestBody OfferDraft draft) {
    return switch (offering.publish(access, UUID.randomUUID().toString(), draft)) {
      case Offering.Published.Done(var course) ->
          ResponseEntity.created(
                  URI.create("/api/professionalisation/courses/" + course.id().value()))
              .body(view(course, access, Places.Taken.NONE));
      case Offering.Published.Refused(var reasons) -> problems.response(reasons);
    };
  }

  @PostMapping("/{course}/seats")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ResponseEntity<?> changeSeats(
      Access access, @PathVariable String course, @RequestBody SeatsWanted wanted) {
    return problems.answer(
        offering.changeSeats(access, course, wanted.seats()),
        changed -> ResponseEntity.ok(view(changed, access, places.taken(changed.id()))));
  }

  @PostMapping("/{course}/cancellation")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  ResponseEntity<?> cancel(Access access, @PathVariable String course) {
    return problems.answer(
        offering.cancel(access, course),
        cancelled -> ResponseEntity.ok(view(cancelled, access, places.taken(cancelled.id()))));
  }

  private CourseView view(Stored<Course> stored, Access access, Places.Taken taken) {
    Places.Mine mine = places.mine(access.caller(), stored.id()).orElse(null);
    return view(stored, access, taken, mine);
  }

  private CourseView view(
      Stored<Course> stored, Access access, Places.Taken taken, Places.@Nullable Mine mine) {
    Offer offer = stored.state().offer();
    Draw draw = offer.allotment().draw();
    Shares shares = offer.allotment().shares();
    return new CourseView(
        stored.id().value(),
        stored.id().owner().code(),
        offer.title(),
        offer.summary(),
        offer.themes(),
        offer.place(),
        offer.startsAt(),
        offer.minutes(),
        offer.seats(),
        taken.free(offer, access.home(), clock.instant()),
        taken.waiting(),
        offer.registrationOpensAt(),
        stored.state().closedAt(clock.instant()).isEmpty(),
        stored.state().isCancelled(),
        true,
        words.whyFree(access, stored.id().owner()),
        offer.endsAt(),
        offer.sessions(),
        offer.online(),
        CourseCards.seesLink(access, stored, mine) ? offer.link() : null,
        offer.trainers(),
        offer.language(),
        offer.audience(),
        offer.registrationClosesAt(),
        offer.asking().questions(),
        offer.asking().needs(),
        draw == null ? null : draw.at(),
        taken.entered(),
        shares.kept(),
        shares.kept().isEmpty() ? null : shares.until(),
        offer.sessionsNeeded(),
        Edition.of(stored).first().value(),
        Edition.of(stored).number(),
        CircleDraft.of(offer.circle()),
        offer.allotment().hoursToAccept(),
        taken.offered());
  }
}
