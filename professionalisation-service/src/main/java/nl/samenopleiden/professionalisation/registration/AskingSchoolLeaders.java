package nl.samenopleiden.professionalisation.registration;

import com.mongodb.MongoException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.mail.Mail;
import nl.samenopleiden.platform.mail.Mailer;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.colleague.Colleague;
import nl.samenopleiden.professionalisation.colleague.Colleagues;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.course.Offer;
import nl.samenopleiden.professionalisation.registration.Agreement.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks school leaders about registrations after those have their place. It listens to the service's
 * own facts, and everything that it does has the name of the question: so a crash loses none, and
 * what is heard twice is asked once.
 */
@Component
final class AskingSchoolLeaders {

  private static final Logger log = LoggerFactory.getLogger(AskingSchoolLeaders.class);
  private static final Locale DUTCH = Locale.of("nl");

  private final RegistrationBook book;
  private final Agreements agreements;
  private final Colleagues colleagues;
  private final Courses courses;
  private final Mailer mailer;
  private final MessageSource messages;
  private final Clock clock;
  private final String publicUrl;

  AskingSchoolLeaders(
      RegistrationBook book,
      Agreements agreements,
      Colleagues colleagues,
      Courses courses,
      Mailer mailer,
      MessageSource messages,
      Subscriptions subscriptions,
      Clock clock,
      @Value("${samen.public-url}") String publicUrl) {
    this.book = book;
    this.agreements = agreements;
    this.colleagues = colleagues;
    this.courses = courses;
    this.mailer = mailer;
    this.messages = messages;
    this.clock = clock;
    this.publicUrl = publicUrl;
    subscriptions
        .on("professionalisation", "EnteredDraw", this::registered)
        .on("professionalisation", "SeatConfirmed", this::registered)
        .on("professionalisation", "PlacedOnWaitingList", this::registered)
        .on("professionalisation", "RegistrationCancelled", this::ended)
        .on("professionalisation", "WithdrawnFromDraw", this::ended)
        .on("professionalisation", "AgreementRefused", this::refused);
  }

  private void registered(Event event) {
    Registration registration = book.find(List.of(event.id())).get(event.id());
    if (registration == null
        || !registration.status().isInForce()
        || !(registration.who().consent() instanceof Consent.Asked asked)
        || registration.who().school() == null
        || !clock.instant().isBefore(asked.until())) {
      return;
    }
    Offer offer =
        courses
            .recent(registration.course())
            .map(stored -> stored.state())
            .map(Course::offer)
            .orElseThrow(() -> new IllegalStateException("a registration without a course"));
    Question question =
        new Question(
            registration.course().toString(),
            offer.title(),
            offer.startsAt(),
            registration.who().name(),
            registration.who().school(),
            asked.at(),
            asked.until());
    agreements.ask(registration.id(), question);
    colleagues
        .leaders(registration.id().owner(), question.school())
        .forEach(
            leader -> mailer.queue(name(registration, question, leader), mail(question, leader)));
  }

  private void ended(Event event) {
    Registration registration = book.find(List.of(event.id())).get(event.id());
    if (registration != null && !registration.status().isInForce()) {
      agreements.withdraw(event.id());
    }
  }

  private void refused(Event event) {
    agreements
        .read(event.id())
        .ifPresent(
            stored -> {
              if (agreements.carryOut(stored) instanceof Outcome.Refused<?>(var refusal)
                  && refusal.equals(RegistrationDesk.TRY_AGAIN)) {
                throw new MongoException("the desk could not be reached");
              }
            });
  }

  private static OwnedId name(Registration registration, Question question, Colleague leader) {
    return new OwnedId(
        registration.id().owner(),
        "agreement~"
            + registration.id().value()
            + "~"
            + question.at().toEpochMilli()
            + "~"
            + leader.id());
  }

  private Mail mail(Question question, Colleague leader) {
    Object[] arguments = {
      leader.name(),
      question.name(),
      question.title(),
      Moments.inWords(question.startsAt(), DUTCH),
      Moments.inWords(question.until(), DUTCH),
      publicUrl + "/professionalisation/agreements"
    };
    return Mail.of(
        leader.email(),
        messages.getMessage("mail.agreement.subject", arguments, DUTCH),
        Mail.paragraphs(
            messages.getMessage("mail.greeting", arguments, DUTCH),
            messages.getMessage("mail.agreement.text", arguments, DUTCH),
            messages.getMessage("mail.agreement.next", arguments, DUTCH),
            messages.getMessage("mail.closing", arguments, DUTCH)));
  }

  /** Every hour, on every instance: doing it twice does no harm. */
  @Scheduled(initialDelay = 90_000, fixedDelay = 3_600_000)
  void forget() {
    try {
      int forgotten;
      do {
        forgotten = agreements.forget(clock.instant());
      } while (forgotten > 0);
    } catch (MongoException away) {
      log.warn("agreements: forgotten later, the database does not answer: {}", away.toString());
    }
  }
}
