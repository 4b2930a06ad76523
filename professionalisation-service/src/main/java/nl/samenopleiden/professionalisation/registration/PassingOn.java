package nl.samenopleiden.professionalisation.registration;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Admission;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.course.Offer;
import nl.samenopleiden.professionalisation.registration.Registration.Registrant;
import nl.samenopleiden.professionalisation.registration.Registration.Status;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Request;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Taken;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.springframework.stereotype.Component;

/**
 * Passing a seat on to a colleague of the same school, until the course begins. Whoever has the
 * seat gets a code to send; the first colleague who uses it has the seat, and in the same decision
 * the other has none, so that it never goes to the waiting list in between.
 */
@Component
final class PassingOn {

  /**
   * A seat that can be taken over.
   *
   * @param giver the name of the colleague who passes it on
   * @param own whether that is the caller
   */
  record Passed(Stored<Course> course, String giver, boolean own) {}

  private static final int CODE_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Refusal NOT_AT_A_SCHOOL = Refusal.conflict("not-at-a-school");

  private final Courses courses;
  private final Admission admission;
  private final RegistrationBook book;
  private final RegistrationDesks desks;
  private final Practices practices;
  private final Agreements agreements;
  private final TenantCollection codes;
  private final Clock clock;

  PassingOn(
      Courses courses,
      Admission admission,
      RegistrationBook book,
      RegistrationDesks desks,
      Practices practices,
      Agreements agreements,
      Collections collections,
      Clock clock) {
    this.courses = courses;
    this.admission = admission;
    this.book = book;
    this.desks = desks;
    this.practices = practices;
    this.agreements = agreements;
    this.codes = collections.named("passing-on");
    this.clock = clock;
    codes.index(false, "code");
  }

  /** The code by which a colleague takes over the caller's seat; the same one when asked again. */
  Outcome<String> offer(Access access, String id) {
    Optional<Stored<Course>> found = courses.known(access, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    if (found.get().state().hasBegun(clock.instant())) {
      return Outcome.refused(Refusal.conflict("course-has-begun"));
    }
    if (access.caller().school() == null) {
      return Outcome.refused(NOT_AT_A_SCHOOL);
    }
    Registration seat =
        book.own(access.caller(), id).filter(each -> each.status() == Status.SEAT).orElse(null);
    if (seat == null) {
      return Outcome.refused(Refusal.conflict("not-registered"));
    }
    OwnedId own = seat.id();
    if (!codes.insert(own, document(seat, newCode()))) {
      // An earlier seat's code gives way; this seat's own stays as it is.
      codes.replace(own, Filters.ne("number", seat.number()), document(seat, newCode()));
    }
    return code(seat)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RegistrationDesk.TRY_AGAIN));
  }

  /** Takes the code back; doing so again changes nothing. Gives the course. */
  Outcome<OwnedId> keep(Access access, String id) {
    Optional<OwnedId> course = courses.known(access, id).map(Stored::id);
    course.ifPresent(_ -> Whose.idsOf(access.caller(), id).forEach(codes::remove));
    return course.map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.NOT_FOUND));
  }

  /** What this code gives the caller; empty unless a colleague of the caller's school gave it. */
  Optional<Passed> find(Access access, String id, String code) {
    return courses
        .known(access, id)
        .flatMap(
            course ->
                seat(access, course, code)
                    .map(
                        seat ->
                            new Passed(
                                course,
                                seat.who().name(),
                                Whose.idsOf(access.caller(), id).contains(seat.id()))));
  }

  /** Takes over the seat of the colleague who gave this code. */
  Outcome<Taken> takeOver(Access access, String id, String code, Locale language) {
    Optional<Stored<Course>> found = courses.known(access, id);
    Optional<Registration> seat = found.flatMap(course -> seat(access, course, code));
    if (found.isEmpty() || seat.isEmpty()) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    Offer offer = found.get().state().offer();
    if (found.get().state().hasBegun(clock.instant())) {
      return Outcome.refused(Refusal.conflict("course-has-begun"));
    }
    Optional<Refusal> outside = admission.refused(access.caller(), offer.forWhom(), language);
    if (outside.isPresent()) {
      return Outcome.refused(outside.get());
    }
    OwnedId course = found.get().id();
    OwnedId from = seat.get().id();
    OwnedId own = Whose.idOf(course, access.caller());
    Registrant who = practices.registrant(access.caller(), language, offer);
    Optional<Refusal> refused = agreements.standsInTheWay(own, who);
    if (refused.isPresent()) {
      return Outcome.refused(refused.get());
    }
    Outcome<Taken> outcome =
        Whose.idsOf(access.caller(), id).contains(from)
            ? Outcome.refused(Refusal.conflict("has-a-seat"))
            : desks.ask(course, new Request.TakeOver(from, own, who));
    if (outcome instanceof Outcome.Done<Taken>) {
      codes.remove(from);
    }
    return outcome;
  }

  /** The seat that this code stands for, if it is that of somebody at the caller's school. */
  private Optional<Registration> seat(Access access, Stored<Course> course, String code) {
    String school = access.caller().school();
    if (school == null) {
      return Optional.empty();
    }
    return codes
        .list(
            Scope.of(access.home()),
            Filters.and(Filters.eq("code", code), Filters.eq("course", course.id().toString())),
            Sorts.ascending("_id"),
            1)
        .stream()
        .flatMap(
            found -> {
              OwnedId id = OwnedId.parse(found.getString("_id").getValue());
              return book.find(List.of(id)).values().stream()
                  .filter(each -> each.number() == found.getInt64("number").getValue());
            })
        .filter(each -> each.status() == Status.SEAT && school.equals(each.who().school()))
        .findFirst();
  }

  private Optional<String> code(Registration seat) {
    return codes
        .find(Scope.of(seat.id().owner()), seat.id())
        .filter(found -> found.getInt64("number").getValue() == seat.number())
        .map(found -> found.getString("code").getValue());
  }

  /** The number is in it because a seat that was given up and got again is another seat. */
  private static BsonDocument document(Registration seat, String code) {
    return new BsonDocument("course", new BsonString(seat.course().toString()))
        .append("number", new BsonInt64(seat.number()))
        .append("code", new BsonString(code));
  }

  private static String newCode() {
    byte[] code = new byte[CODE_BYTES];
    RANDOM.nextBytes(code);
    return HexFormat.of().formatHex(code);
  }
}
