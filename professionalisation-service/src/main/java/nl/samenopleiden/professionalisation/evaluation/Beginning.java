package nl.samenopleiden.professionalisation.evaluation;

import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.professionalisation.course.Course;
import org.springframework.stereotype.Component;

/** Begins the evaluation of a course that is over. */
@Component
final class Beginning {

  private final Evaluations evaluations;
  private final Invitees invitees;
  private final Participants participants;

  Beginning(Evaluations evaluations, Invitees invitees, Participants participants) {
    this.evaluations = evaluations;
    this.invitees = invitees;
    this.participants = participants;
  }

  /** Begins it, and writes down who can answer; doing so again adds who was not there yet. */
  Evaluation begin(Stored<Course> course) {
    participants.forEach(course.id(), some -> invitees.write(course.id(), some));
    return evaluations.begin(course);
  }

  /** How it is, begun now if it has not been: the first answer may be there before anybody else. */
  Evaluation begun(Stored<Course> course) {
    return evaluations.read(course.id()).orElseGet(() -> begin(course));
  }
}
