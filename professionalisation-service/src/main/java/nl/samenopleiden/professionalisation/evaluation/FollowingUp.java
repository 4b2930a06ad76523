package nl.samenopleiden.professionalisation.evaluation;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What follows on a course: its evaluation begins, those who were there are invited, and in the end
 * it is counted.
 */
@Component
final class FollowingUp {

  private static final Logger log = LoggerFactory.getLogger(FollowingUp.class);

  /** How far back is looked: twice as long as an evaluation takes, in case nobody was at work. */
  private static final Duration LOOKED_BACK = Evaluation.OPEN_FOR.multipliedBy(2);

  private final Courses courses;
  private final Beginning beginning;
  private final EvaluationMails mails;
  private final Counting counting;
  private final OpinionBox box;
  private final Clock clock;

  FollowingUp(
      Courses courses,
      Beginning beginning,
      EvaluationMails mails,
      Counting counting,
      OpinionBox box,
      Clock clock) {
    this.courses = courses;
    this.beginning = beginning;
    this.mails = mails;
    this.counting = counting;
    this.box = box;
    this.clock = clock;
  }

  /** Every hour, on every instance: doing it twice does no harm. */
  @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
  void followUp() {
    try {
      followUp(clock.instant());
    } catch (MongoException away) {
      log.warn("evaluations: looked at later, the database does not answer: {}", away.toString());
    }
  }

  /** Does what is to be done at this time. */
  void followUp(Instant now) {
    for (OwnedId each : courses.heldBetween(now.minus(LOOKED_BACK), now)) {
      courses.read(each).ifPresent(course -> followUp(course, now));
    }
    int forgotten;
    do {
      forgotten = box.forgetWords(now);
      if (forgotten > 0) {
        log.info("evaluations: forgot the words of {} answers", forgotten);
      }
    } while (forgotten > 0);
  }

  private void followUp(Stored<Course> course, Instant now) {
    switch (Evaluation.standing(course.state(), now)) {
      case OPEN -> {
        beginning.begin(course);
        mails.invite(course);
      }
      case CLOSED -> counting.count(course, now);
      default -> {
        // Cancelled, or not over yet.
      }
    }
  }
}
