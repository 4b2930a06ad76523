package nl.samenopleiden.professionalisation.registration;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.course.Asking;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.registration.Consent.Standing;
import nl.samenopleiden.professionalisation.registration.Desk.Place;
import nl.samenopleiden.professionalisation.registration.Registration.Status;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Registrations for other programs. Registering is idempotent by its nature: a person has one
 * registration for a course, and asking again gives the same one.
 */
@RestController
@RequestMapping("/api/professionalisation")
@Allowed({
  Role.TEACHER,
  Role.MENTOR,
  Role.SCHOOL_EDUCATOR,
  Role.SCHOOL_LEADER,
  Role.LECTURER,
  Role.SUPERVISOR,
  Role.PROGRAMME_MANAGER,
  Role.STUDENT
})
final class RegistrationApi {

  /**
   * A registration of the caller.
   *
   * @param number which registration of the course it is, in the order of acceptance
   * @param waitingPlace how many have to leave before there is a seat; none for who has one
   * @param offeredUntil until when the seat that is offered can be accepted; none when none is
   * @param agreement how it stands with the agreement of the school leader; none when the person's
   *     board does not want that to be asked
   */
  record RegistrationView(
      String id,
      String course,
      Status status,
      long number,
      @Nullable Integer waitingPlace,
      @Nullable Instant offeredUntil,
      @Nullable AgreementView agreement) {

    static RegistrationView of(
        Registration registration, Place place, @Nullable AgreementView agreement) {
      return new RegistrationView(
          registration.id().value(),
          registration.course().value(),
          place.status(),
          place.number(),
          place.waitingPlace(),
          place.offeredUntil(),
          agreement);
    }
  }

  /**
   * How it stands with the agreement of the school leader.
   *
   * @param until from when on no answer counts as agreed; none when nobody is asked
   */
  record AgreementView(Standing standing, @Nullable Instant until) {}

  /** A question of a course and what somebody answered; empty when nothing. */
  record AnswerView(String question, String answer) {}

  /**
   * Somebody who comes, for the course's own pabo.
   *
   * @param needs what the person needs to take part; for the course's lecturer only
   */
  record ParticipantView(
      String name,
      String organisation,
      @Nullable String school,
      Status status,
      long number,
      @Nullable Integer waitingPlace,
      @Nullable Instant offeredUntil,
      List<AnswerView> answers,
      @Nullable String needs) {}

  private final Registering registering;
  private final RegistrationBook book;
  private final RegistrationViews views;
  private final Courses courses;
  private final Problems problems;

  RegistrationApi(
      Registering registering,
      RegistrationBook book,
      RegistrationViews views,
      Courses courses,
      Problems problems) {
    this.registering = registering;
    this.book = book;
    this.views = views;
    this.courses = courses;
    this.problems = problems;
  }

  /**
   * Registers the caller: 201 the first time, 200 with the same when repeated. What the course asks
   * can be answered at once.
   */
  @PostMapping("/courses/{course}/registrations")
  ResponseEntity<?> register(
      Access access,
      @PathVariable String course,
      @RequestBody(required = false) @Nullable Answers answers,
      Locale language) {
    Outcome<Taken> outcome =
        registering.register(
            access, course, language, Objects.requireNonNullElse(answers, Answers.NONE));
    return problems.answer(
        outcome,
        taken -> {
          RegistrationView view = views.of(taken);
          return taken.fresh()
              ? ResponseEntity.created(
                      URI.create(
                          "/api/professionalisation/courses/" + course + "/registrations/mine"))
                  .body(view)
              : ResponseEntity.ok(view);
        });
  }

  /** Cancels the caller's registration. */
  @PostMapping("/courses/{course}/registrations/mine/cancellation")
  ResponseEntity<?> cancel(Access access, @PathVariable String course) {
    return problems.answer(
        registering.cancel(access, course), taken -> ResponseEntity.ok(views.of(taken)));
  }

  /** Accepts the seat that came free and is offered to the caller; to decline it is to cancel. */
  @PostMapping("/courses/{course}/registrations/mine/acceptance")
  ResponseEntity<?> accept(Access access, @PathVariable String course) {
    return problems.answer(
        registering.accept(access, course), taken -> ResponseEntity.ok(views.of(taken)));
  }

  @GetMapping("/courses/{course}/registrations/mine")
  RegistrationView mine(Access access, @PathVariable String course) {
    OwnedId id = courses.find(access, course).orElseThrow(RefusedException::notFound).id();
    return registering
        .own(id, access.caller())
        .map(each -> views.of(each, registering.place(each)))
        .orElseThrow(RefusedException::notFound);
  }

  /** What the caller answered to the course's questions. */
  @GetMapping("/courses/{course}/registrations/mine/answers")
  Answers answers(Access access, @PathVariable String course) {
    OwnedId id = courses.find(access, course).orElseThrow(RefusedException::notFound).id();
    return registering
        .place(id, access.caller())
        .map(_ -> registering.answers(id, access.caller()))
        .orElseThrow(RefusedException::notFound);
  }

  /** Changes what the caller answered; possible until the course begins. */
  @PutMapping("/courses/{course}/registrations/mine/answers")
  ResponseEntity<?> answer(
      Access access, @PathVariable String course, @RequestBody Answers answers) {
    return problems.answer(registering.answer(access, course, answers), ResponseEntity::ok);
  }

  /** The caller's registrations that are in force. */
  @GetMapping("/registrations/mine")
  List<RegistrationView> allMine(Access access) {
    return book.allOwn(access.caller()).stream()
        .map(each -> views.of(each, registering.place(each)))
        .toList();
  }

  /** Who comes and who waits, in the order of acceptance. */
  @GetMapping("/courses/{course}/registrations")
  @Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
  Page<ParticipantView> participants(Access access, @PathVariable String course, PageRequest page) {
    Stored<Course> owned = courses.owned(access, course).orElseThrow(RefusedException::notFound);
    Scope scope = access.withPartners();
    Asking asking = owned.state().offer().asking();
    boolean readsNeeds = asking.reads(access.caller().person());
    Page<Registration> found = book.ofCourse(scope, owned.id(), page);
    Map<OwnedId, Answers> answers = registering.answers(scope, asking, found.items());
    return found.map(
        each -> {
          Answers given = answers.getOrDefault(each.id(), Answers.NONE);
          Place place = registering.place(each);
          return new ParticipantView(
              each.who().name(),
              each.id().owner().toString(),
              each.who().school(),
              place.status(),
              place.number(),
              place.waitingPlace(),
              place.offeredUntil(),
              answered(asking, given),
              readsNeeds ? given.needs() : null);
        });
  }

  private static List<AnswerView> answered(Asking asking, Answers given) {
    return IntStream.range(0, asking.questions().size())
        .mapToObj(i -> new AnswerView(asking.questions().get(i).text(), given.to(i)))
        .toList();
  }
}
