package nl.samenopleiden.professionalisation.registration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.colleague.Colleague;
import nl.samenopleiden.professionalisation.colleague.Colleagues;
import nl.samenopleiden.professionalisation.course.Admission;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.course.Offer;
import nl.samenopleiden.professionalisation.registration.Registration.Enroller;
import nl.samenopleiden.professionalisation.registration.Registration.Registrant;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Request;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A school leader registers several people of the own school for a course, at the same desk and in
 * the order of the list, and has agreed with it by that. Each row stands by itself: what is wrong
 * with one loses nothing of the others, and sending the list again changes nothing.
 */
@Component
final class Enrolling {

  /** The most that can be registered in one go. */
  static final int MOST = 100;

  /** What mails are written in to people who never said what they read. */
  private static final String DUTCH = "nl";

  private static final Refusal NO_SCHOOL = Refusal.conflict("leads-no-school");
  private static final Refusal NOT_A_COLLEAGUE = Refusal.conflict("not-a-colleague");

  /**
   * What one row of the list led to.
   *
   * @param colleague who was wanted, as it was sent
   * @param name none when nobody of the own school is called so
   */
  record Row(String colleague, @Nullable String name, Outcome<Taken> outcome) {}

  /**
   * Somebody who could be registered.
   *
   * @param meant whether the course is for people like this
   * @param registered whether there is a registration in force already
   */
  record Choice(String id, String name, boolean meant, boolean registered) {}

  private final Courses courses;
  private final Colleagues colleagues;
  private final RegistrationDesks desks;
  private final RegistrationBook book;
  private final Agreements agreements;
  private final Admission admission;
  private final Clock clock;

  Enrolling(
      Courses courses,
      Colleagues colleagues,
      RegistrationDesks desks,
      RegistrationBook book,
      Agreements agreements,
      Admission admission,
      Clock clock) {
    this.courses = courses;
    this.colleagues = colleagues;
    this.desks = desks;
    this.book = book;
    this.agreements = agreements;
    this.admission = admission;
    this.clock = clock;
  }

  /** The people of the caller's school whose name holds these words. */
  Outcome<Page<Choice>> choices(
      Access access, String id, String q, PageRequest page, Locale language) {
    Optional<Stored<Course>> found = courses.known(access, id);
    String school = access.caller().school();
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    if (school == null) {
      return Outcome.refused(NO_SCHOOL);
    }
    Optional<Refusal> closed = found.get().state().closedAt(clock.instant());
    if (closed.isPresent()) {
      return Outcome.refused(closed.get());
    }
    Offer offer = found.get().state().offer();
    Set<String> registered = book.registeredOf(found.get().id(), access.home(), school);
    return Outcome.done(
        colleagues
            .page(access.home(), school, q, page)
            .map(
                each ->
                    new Choice(
                        each.id(),
                        each.name(),
                        refused(access, offer, each, language).isEmpty(),
                        registered.contains(each.id()))));
  }

  /** Registers these colleagues in this order; gives a row for each, in the same order. */
  Outcome<List<Row>> enrol(Access access, String id, List<String> wanted, Locale language) {
    Optional<Stored<Course>> found = courses.known(access, id);
    String school = access.caller().school();
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    if (school == null) {
      return Outcome.refused(NO_SCHOOL);
    }
    if (wanted.isEmpty()) {
      return Outcome.refused(Refusal.invalid("field-needed", "colleagues"));
    }
    if (wanted.size() > MOST) {
      return Outcome.refused(Refusal.invalid("too-many", "colleagues", MOST));
    }
    Optional<Refusal> closed = found.get().state().closedAt(clock.instant());
    if (closed.isPresent()) {
      return Outcome.refused(closed.get());
    }
    Map<String, Colleague> known = colleagues.find(access.home(), school, wanted);
    return Outcome.done(rows(access, found.get(), wanted, known, language));
  }

  private List<Row> rows(
      Access access,
      Stored<Course> course,
      List<String> wanted,
      Map<String, Colleague> known,
      Locale language) {
    Offer offer = course.state().offer();
    Map<Colleague, Refusal> outside = new HashMap<>();
    known
        .values()
        .forEach(
            each ->
                refused(access, offer, each, language)
                    .ifPresent(refusal -> outside.put(each, refusal)));
    List<Request> requests =
        wanted.stream()
            .filter(known::containsKey)
            .map(known::get)
            .filter(each -> !outside.containsKey(each))
            .map(each -> request(access, course.id(), each))
            .toList();
    List<Outcome<Taken>> answers = new ArrayList<>(desks.askAll(course.id(), requests));
    List<Row> rows = new ArrayList<>();
    for (String each : wanted) {
      Colleague colleague = known.get(each);
      if (colleague == null) {
        rows.add(new Row(each, null, Outcome.refused(NOT_A_COLLEAGUE)));
        continue;
      }
      Refusal refusal = outside.get(colleague);
      if (refusal != null) {
        rows.add(new Row(each, colleague.name(), Outcome.refused(refusal)));
      } else {
        Outcome<Taken> answer = answers.removeFirst();
        if (answer instanceof Outcome.Done<Taken>(var taken)
            && taken.registration().who().consent() instanceof Consent.Asked) {
          agreements.implied(access, taken.id());
        }
        rows.add(new Row(each, colleague.name(), answer));
      }
    }
    return rows;
  }

  private static Request request(Access access, OwnedId course, Colleague colleague) {
    Registrant who =
        new Registrant(
            Whose.byMail(colleague.email()),
            colleague.name(),
            colleague.email(),
            DUTCH,
            colleague.school(),
            new Enroller(access.caller().person(), access.caller().name()),
            null);
    return new Request.Enrol(Whose.idByMail(course, access.home(), colleague.email()), who);
  }

  /** Why the colleague cannot be registered, if that is so. */
  private Optional<Refusal> refused(
      Access access, Offer offer, Colleague colleague, Locale language) {
    return admission.refusedToOther(
        access.home(), colleague.school(), colleague.does(), offer.forWhom(), language);
  }
}
