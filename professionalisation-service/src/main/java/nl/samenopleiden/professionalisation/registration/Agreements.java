package nl.samenopleiden.professionalisation.registration;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.registration.Agreement.Question;
import nl.samenopleiden.professionalisation.registration.Consent.Standing;
import nl.samenopleiden.professionalisation.registration.Registration.Registrant;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Request;
import org.bson.BsonDateTime;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What school leaders are asked, each about the people of the own school, and their answers. */
@Component
final class Agreements {

  /** How long after the start of a course it is still known what was answered. */
  static final Duration KEPT = Duration.ofDays(14);

  private static final String SCHOOL = "state.question.school";
  private static final String UNTIL = "state.question.until";
  private static final String STARTS_AT = "state.question.startsAt";
  private static final int MOST_AT_ONCE = 500;

  /** Who the audit trail names when the registration itself led to it. */
  private static final String REGISTRATION = "registration";

  private final AggregateStore<Agreement> store;
  private final Courses courses;
  private final RegistrationDesks desks;
  private final Clock clock;

  Agreements(Aggregates aggregates, Courses courses, RegistrationDesks desks, Clock clock) {
    this.store = aggregates.of("agreement", Agreement.class, Agreements::searchText);
    this.courses = courses;
    this.desks = desks;
    this.clock = clock;
    store.collection().index(false, SCHOOL, UNTIL);
    store.collection().indexWaiting(STARTS_AT);
  }

  // ---- for school leaders

  /** What waits for an answer of the caller's school, the first to count as agreed first. */
  Page<Stored<Agreement>> open(Access access, String words, PageRequest page) {
    String school = access.caller().school();
    return school == null
        ? new Page<>(List.of(), 0, page.size(), 0)
        : store.page(access.own(), openAt(school), words, Sorts.ascending(UNTIL, "_id"), page);
  }

  /** How many wait for an answer of this school. */
  long count(Owner board, String school) {
    return store.count(Scope.of(board), openAt(school));
  }

  /** The question about this registration for this course, if the caller's school is asked. */
  Optional<Stored<Agreement>> find(Access access, String course, String registration) {
    return courses
        .known(access, course)
        .flatMap(
            known ->
                store
                    .find(access.own(), registration)
                    .filter(each -> isAskedOf(access, each.state()))
                    .filter(each -> each.state().question().courseId().equals(known.id())));
  }

  /** Agrees; doing so again changes nothing. */
  Outcome<Stored<Agreement>> agree(Access access, String course, String registration) {
    return find(access, course, registration)
        .map(
            found ->
                store.change(access.caller().person(), found.id(), now -> Agreement.agree(now)))
        .orElseGet(() -> Outcome.refused(Refusal.NOT_FOUND));
  }

  /** Does not agree: the registration ends, and its place goes to the next. */
  Outcome<Stored<Agreement>> refuse(
      Access access, String course, String registration, @Nullable String reason) {
    Optional<Stored<Agreement>> found = find(access, course, registration);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    Outcome<Stored<Agreement>> outcome =
        store.change(
            access.caller().person(),
            found.get().id(),
            before ->
                Agreement.refuse(
                    before,
                    access.caller().name(),
                    access.caller().person(),
                    reason,
                    clock.instant()));
    if (outcome instanceof Outcome.Done<Stored<Agreement>>(var refused)) {
      carryOut(refused);
    }
    return outcome;
  }

  /** Ends the registration that was not agreed with, as long as it is that one. */
  Outcome<?> carryOut(Stored<Agreement> stored) {
    return stored.state() instanceof Agreement.Refused refused
        ? desks.ask(
            refused.question().courseId(),
            new Request.Refuse(stored.id(), refused.question().at(), refused.person()))
        : Outcome.done(stored);
  }

  /** The school leader who registers somebody has agreed with that. */
  void implied(Access access, OwnedId registration) {
    store
        .find(access.own(), registration)
        .filter(each -> each.state() instanceof Agreement.Open)
        .filter(each -> isAskedOf(access, each.state()))
        .ifPresent(
            each -> store.change(access.caller().person(), each.id(), now -> Agreement.agree(now)));
  }

  // ---- for registrations

  /** Asks, unless that has been done. */
  void ask(OwnedId registration, Question question) {
    store.change(REGISTRATION, registration, before -> Agreement.ask(before, question));
  }

  /** The registration has ended; nobody needs to answer any more. */
  void withdraw(OwnedId registration) {
    read(registration)
        .ifPresent(
            there ->
                store.change(
                    REGISTRATION,
                    registration,
                    before -> Agreement.withdraw(before.orElse(there.state()))));
  }

  /**
   * Why somebody cannot register again: the school leader did not agree, and cannot be asked anew
   * before the course begins.
   */
  Optional<Refusal> standsInTheWay(OwnedId registration, Registrant who) {
    return who.consent() instanceof Consent.TooLateToAsk
            && read(registration)
                .filter(each -> each.state() instanceof Agreement.Refused)
                .isPresent()
        ? Optional.of(Refusal.conflict("school-leader-refused"))
        : Optional.empty();
  }

  /** What was asked about this registration. */
  Optional<Stored<Agreement>> read(OwnedId registration) {
    return store.find(Scope.of(registration.owner()), registration);
  }

  /** Why a school leader did not agree with this registration, if that is so. */
  Optional<Agreement.Refused> refusalOf(Registration registration) {
    return registration.who().consent() instanceof Consent.Asked(var at, _)
        ? read(registration.id())
            .map(Stored::state)
            .filter(each -> each.question().at().equals(at))
            .filter(Agreement.Refused.class::isInstance)
            .map(Agreement.Refused.class::cast)
        : Optional.empty();
  }

  /**
   * How it stands with the agreement with these registrations; nothing is said of those that need
   * none. It is looked up only where a school leader was asked.
   */
  Map<OwnedId, Standing> standings(Collection<Registration> registrations) {
    Map<OwnedId, Standing> standings = new HashMap<>();
    Map<OwnedId, Consent.Asked> asked = new HashMap<>();
    for (Registration each : registrations) {
      switch (each.who().consent()) {
        case null -> {}
        case Consent.Asked question -> asked.put(each.id(), question);
        case Consent.NobodyToAsk() -> standings.put(each.id(), Standing.NOBODY_TO_ASK);
        case Consent.TooLateToAsk() -> standings.put(each.id(), Standing.TOO_LATE_TO_ASK);
      }
    }
    if (!asked.isEmpty()) {
      Scope owners =
          new Scope(asked.keySet().stream().map(OwnedId::owner).collect(Collectors.toSet()));
      Map<OwnedId, Agreement> found = store.findAll(owners, asked.keySet());
      asked.forEach((id, each) -> standings.put(id, standing(each, found.get(id))));
    }
    return standings;
  }

  private Standing standing(Consent.Asked asked, @Nullable Agreement agreement) {
    if (agreement instanceof Agreement.Given(var question) && question.at().equals(asked.at())) {
      return Standing.AGREED;
    }
    return clock.instant().isBefore(asked.until()) ? Standing.WAITS : Standing.NO_ANSWER;
  }

  /** Forgets some of what was asked about courses that began long ago; says how many. */
  int forget(Instant now) {
    List<OwnedId> old =
        store
            .collection()
            .waiting(
                Filters.lt(STARTS_AT, new BsonDateTime(now.minus(KEPT).toEpochMilli())),
                MOST_AT_ONCE)
            .stream()
            .map(each -> OwnedId.parse(each.getString("_id").getValue()))
            .toList();
    old.forEach(store.collection()::remove);
    return old.size();
  }

  private Bson openAt(String school) {
    return Filters.and(
        Filters.eq(SCHOOL, school),
        Filters.eq("state.is", "open"),
        Filters.gt(UNTIL, new BsonDateTime(clock.millis())));
  }

  private static boolean isAskedOf(Access access, Agreement agreement) {
    return agreement.question().school().equals(access.caller().school());
  }

  private static String searchText(Agreement agreement) {
    return agreement.question().name() + " " + agreement.question().title();
  }
}
