package nl.samenopleiden.professionalisation.evaluation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.evaluation.Evaluation.Standing;
import nl.samenopleiden.professionalisation.evaluation.Evaluation.Subject;
import nl.samenopleiden.professionalisation.registration.Seats;
import nl.samenopleiden.professionalisation.registration.Seats.Seat;
import org.springframework.stereotype.Component;

/** Saying what one thinks of a course that one was at. */
@Component
final class Evaluating {

  private final Courses courses;
  private final Seats seats;
  private final Participants participants;
  private final Beginning beginning;
  private final Invitees invitees;
  private final OpinionBox box;
  private final Clock clock;

  Evaluating(
      Courses courses,
      Seats seats,
      Participants participants,
      Beginning beginning,
      Invitees invitees,
      OpinionBox box,
      Clock clock) {
    this.courses = courses;
    this.seats = seats;
    this.participants = participants;
    this.beginning = beginning;
    this.invitees = invitees;
    this.box = box;
    this.clock = clock;
  }

  /**
   * The course of this id that the caller may see.
   *
   * @throws RefusedException when there is none
   */
  Stored<Course> course(Access access, String id) {
    return courses.find(access, id).orElseThrow(RefusedException::notFound);
  }

  /** How its evaluation stands for the caller. */
  Standing standing(Access access, Stored<Course> course) {
    return standing(course, seats.of(access.caller(), course.id()).map(Seat::id));
  }

  private Standing standing(Stored<Course> course, Optional<OwnedId> seat) {
    Standing now = Evaluation.standing(course.state(), clock.instant());
    if (now != Standing.OPEN) {
      return now;
    }
    if (seat.isEmpty()) {
      return Standing.NOT_THERE;
    }
    if (invitees.hasAnswered(seat.get())) {
      return Standing.ANSWERED;
    }
    return participants.wasThere(course.id(), seat.get()) ? Standing.OPEN : Standing.NOT_THERE;
  }

  /**
   * Takes the caller's answer, once. That the caller answers is noted before the answer is kept:
   * what falls over in between loses an answer rather than have one person answer twice, since
   * afterwards nobody can tell the two apart.
   */
  Outcome<Standing> answer(Access access, Stored<Course> course, OpinionDraft draft) {
    Subject about = Subject.of(course.state());
    Optional<OwnedId> seat = seats.of(access.caller(), course.id()).map(Seat::id);
    Optional<Refusal> refusal = standing(course, seat).refusal(about);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    List<Refusal> wrong = draft.check();
    if (!wrong.isEmpty()) {
      return Outcome.refused(wrong.getFirst());
    }
    if (!(beginning.begun(course) instanceof Evaluation.Running)) {
      return refused(Standing.CLOSED, about);
    }
    OwnedId who = seat.orElseThrow();
    if (!invitees.answers(who)) {
      return refused(Standing.ANSWERED, about);
    }
    box.put(course.id(), about, draft.opinion(), () -> invitees.answersNot(who));
    return Outcome.done(Standing.ANSWERED);
  }

  private static Outcome<Standing> refused(Standing standing, Subject about) {
    return Outcome.refused(standing.refusal(about).orElseThrow());
  }
}
