package nl.samenopleiden.professionalisation.registration;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.OutboxEntry;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.store.TenantCollection.Write;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.professionalisation.colleague.Colleague;
import nl.samenopleiden.professionalisation.course.Course;
import nl.samenopleiden.professionalisation.course.Courses;
import nl.samenopleiden.professionalisation.course.Places;
import nl.samenopleiden.professionalisation.registration.Desk.Terms;
import nl.samenopleiden.professionalisation.registration.Registration.Registrant;
import nl.samenopleiden.professionalisation.registration.Registration.Status;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * Registrations and desks in the database. Registering is three writes, and whatever stops between
 * two of them is driven on by {@link #open} (which is done before anything else is decided) and by
 * the sweep:
 *
 * <ol>
 *   <li>{@link #ask}: the registrations, pending. Stopped after it: somebody asked and was not
 *       answered; the sweep finds the pending ones and puts them in the queue again.
 *   <li>{@link #handOver}: the one conditional write that decides. The desk's document gets its new
 *       numbers and a note of every registration that moves. Stopped after it: it is decided, and
 *       the note says what is still to be written.
 *   <li>{@link #carryOut}: the registrations get their number, their status and their facts; each
 *       write holds for one version of its registration, so that it can be repeated. Only after it
 *       is anybody answered.
 * </ol>
 *
 * {@link #tidy} wipes the note when nothing follows; else the next note takes its place.
 */
@Component
class RegistrationBook {

  /**
   * A desk as it was read.
   *
   * @param version the version of its document: what is decided holds only while it is still that
   * @param byMail the registrations in force of people who are known by the mail address only
   */
  record Opened(long version, Desk desk, Set<OwnedId> byMail) {

    Opened {
      byMail = Set.copyOf(byMail);
    }

    /** The desk after what was decided. */
    Opened after(Desk.Handover handover) {
      Set<OwnedId> then = new HashSet<>(byMail);
      for (Move move : handover.moves()) {
        if (Whose.isByMail(move.id())) {
          if (move.status().isInForce()) {
            then.add(move.id());
          } else {
            then.remove(move.id());
          }
        }
      }
      return new Opened(version + 1, handover.after(), then);
    }
  }

  private static final String TYPE = "registration";
  private static final List<String> IN_FORCE =
      Stream.of(Status.values()).filter(Status::isInForce).map(Status::name).toList();

  private final TenantCollection registrations;
  private final TenantCollection desks;
  private final TenantCollection draws;
  private final Aggregates aggregates;
  private final Courses courses;
  private final Clock clock;

  RegistrationBook(Aggregates aggregates, Collections collections, Courses courses, Clock clock) {
    this.registrations = aggregates.watched(TYPE);
    this.desks = collections.named("desk");
    this.draws = collections.named("draw");
    this.aggregates = aggregates;
    this.courses = courses;
    this.clock = clock;
    registrations.index(false, "course");
    registrations.index(false, "who.person");
    registrations.indexWaiting("course", "status");
    registrations.indexWaiting("pending");
    registrations.indexWaiting(RegistrationDocument.BY_MAIL);
    desks.indexWaiting("noted");
    desks.indexWaiting("due");
  }

  // ---- the desk's steps, in their order

  /**
   * Reads a desk with everybody who waits at it; makes it when it is the first time. What was
   * decided but not carried out is carried out first. Empty when there is no such course.
   */
  Optional<Opened> open(OwnedId course) {
    while (true) {
      Optional<BsonDocument> found = desks.find(Scope.of(course.owner()), course);
      if (found.isEmpty()) {
        Optional<Terms> terms = terms(course);
        if (terms.isEmpty()) {
          return Optional.empty();
        }
        desks.insert(
            course, DeskDocument.of(1, Desk.fresh(terms.get()), List.of(), clock.instant()));
        continue;
      }
      DeskDocument document = DeskDocument.read(found.get());
      carryOut(course, document.terms().title(), document.note(), Map.of());
      List<Registration> inLine =
          registrations
              .waiting(
                  Filters.and(
                      Filters.eq("course", course.toString()),
                      Filters.in(
                          "status",
                          Status.WAITING.name(),
                          Status.IN_DRAW.name(),
                          Status.OFFERED.name())),
                  Integer.MAX_VALUE)
              .stream()
              .map(RegistrationDocument::read)
              .toList();
      Set<OwnedId> byMail = byMail(course);
      // Somebody else may have gone on while we read; then what we read does not belong together.
      if (version(course) == document.version()) {
        return Optional.of(
            new Opened(
                document.version(),
                Desk.of(
                    document.terms(),
                    document.last(),
                    document.seated(),
                    document.seatedOf(),
                    inLine),
                byMail));
      }
    }
  }

  private Set<OwnedId> byMail(OwnedId course) {
    return registrations
        .waiting(
            Filters.and(
                Filters.eq(RegistrationDocument.BY_MAIL, course.toString()),
                Filters.in("status", IN_FORCE)),
            Integer.MAX_VALUE)
        .stream()
        .map(each -> OwnedId.parse(each.getString("_id").getValue()))
        .collect(Collectors.toSet());
  }

  /** What stands for the mail addresses of those of a school whose registration is in force. */
  Set<String> registeredOf(OwnedId course, Owner home, String school) {
    return registrations
        .list(
            Scope.of(home),
            Filters.and(inForceOf(course), Filters.eq("who.school", school)),
            Sorts.ascending("_id"),
            Integer.MAX_VALUE)
        .stream()
        .map(RegistrationDocument::read)
        .map(each -> Colleague.idOf(each.who().email()))
        .collect(Collectors.toSet());
  }

  /**
   * The registrations in force of those of these people, all of one organisation, who registered in
   * person; by the names that they have when they are known by the mail address only.
   */
  Map<OwnedId, OwnedId> inPerson(OwnedId course, Owner home, Collection<Registrant> people) {
    Set<OwnedId> wanted =
        people.stream()
            .map(who -> Whose.idByMail(course, home, who.email()))
            .collect(Collectors.toSet());
    Bson ofThem =
        Filters.or(
            Filters.in("who.email", people.stream().map(Registrant::email).toList()),
            // One who writes the address otherwise is found by the school.
            Filters.in(
                "who.school",
                people.stream().map(Registrant::school).filter(Objects::nonNull).toList()));
    Map<OwnedId, OwnedId> found = new HashMap<>();
    registrations
        .list(
            Scope.of(home),
            Filters.and(inForceOf(course), ofThem),
            Sorts.ascending("_id"),
            Integer.MAX_VALUE)
        .stream()
        .map(RegistrationDocument::read)
        .filter(each -> !Whose.isByMail(each.id()))
        .forEach(
            each -> {
              OwnedId byMail = Whose.idByMail(course, home, each.who().email());
              if (wanted.contains(byMail)) {
                found.put(byMail, each.id());
              }
            });
    return found;
  }

  /** Writes down who asks, pending; gives the registrations of those who had asked before. */
  Map<OwnedId, Registration> ask(
      OwnedId course, Map<OwnedId, Registrant> people, Set<OwnedId> takingOver) {
    Instant now = clock.instant();
    Map<OwnedId, BsonDocument> fresh = new LinkedHashMap<>();
    people.forEach(
        (id, who) ->
            fresh.put(id, RegistrationDocument.pending(course, who, now, takingOver.contains(id))));
    return find(registrations.insertAll(fresh));
  }

  /**
   * Writes down that somebody who had cancelled asks again; gives the registrations as they are.
   */
  Map<OwnedId, Registration> askAgain(
      Collection<Registration> cancelled,
      Map<OwnedId, Registrant> people,
      Set<OwnedId> takingOver) {
    if (cancelled.isEmpty()) {
      return Map.of();
    }
    Instant now = clock.instant();
    List<Write> writes = new ArrayList<>();
    for (Registration each : cancelled) {
      Registrant who = people.getOrDefault(each.id(), each.who());
      writes.add(
          new Write.Update(
              each.id(),
              Filters.eq("version", each.version()),
              RegistrationDocument.pendingAgain(
                  each.version() + 1, who, now, takingOver.contains(each.id()))));
    }
    registrations.write(writes);
    return find(cancelled.stream().map(Registration::id).toList());
  }

  /**
   * Decides: writes the desk as it is to be with the note of what follows, if it still is as it was
   * read.
   *
   * @return false when somebody else was first; then nothing was decided
   */
  boolean handOver(OwnedId course, Opened before, Desk.Handover handover) {
    return desks.replace(
        course,
        Filters.eq("version", before.version()),
        DeskDocument.of(before.version() + 1, handover.after(), handover.moves(), clock.instant()));
  }

  /** Carries out what was decided; what has been carried out before stays as it is. */
  void carryOut(OwnedId course, String title, List<Move> moves, Map<OwnedId, Context> traces) {
    if (moves.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    List<Write> writes = new ArrayList<>(moves.size());
    for (Move move : moves) {
      writes.add(
          new Write.Update(
              move.id(),
              Filters.eq("version", move.version()),
              carriedOut(course, title, move, now, traces)));
    }
    List<BsonInt64> entries =
        moves.stream().flatMap(each -> each.entry().stream()).map(BsonInt64::new).toList();
    if (!entries.isEmpty()) {
      draws.insert(course, new BsonDocument("entries", new BsonArray(entries)));
    }
    registrations.write(writes);
    for (Move move : moves) {
      if (!move.steps().isEmpty()) {
        aggregates.written(TYPE, move.id());
      }
    }
  }

  /**
   * Wipes the note of what has all been carried out.
   *
   * @param due when something is due next; what was due before has been looked at
   */
  void tidy(OwnedId course, long version, Optional<Instant> due) {
    List<Bson> done = new ArrayList<>(List.of(Updates.unset("note"), Updates.unset("noted")));
    done.add(
        due.map(next -> Updates.set("due", new BsonDateTime(next.toEpochMilli())))
            .orElseGet(() -> Updates.unset("due")));
    desks.update(course, Filters.eq("version", version), Updates.combine(done));
  }

  // ---- what is left lying

  /** Desks whose note has lain there since before this time. */
  List<OwnedId> desksLeft(Instant before, int limit) {
    return desks
        .waiting(Filters.lt("noted", new BsonDateTime(before.toEpochMilli())), limit)
        .stream()
        .map(each -> OwnedId.parse(each.getString("_id").getValue()))
        .toList();
  }

  /** Desks where something is due by this time that nobody asks for. */
  List<OwnedId> desksDue(Instant now, int limit) {
    return desks.waiting(Filters.lte("due", new BsonDateTime(now.toEpochMilli())), limit).stream()
        .map(each -> OwnedId.parse(each.getString("_id").getValue()))
        .toList();
  }

  /**
   * Somebody who asked and was not answered.
   *
   * @param takesOver whether the person wanted the place of a colleague, and no other
   */
  record Left(Registration registration, boolean takesOver) {}

  /** Registrations that have been pending since before this time, the first to ask first. */
  List<Left> pendingLeft(Instant before, int limit) {
    return registrations
        .waiting(Filters.lt("pending", new BsonDateTime(before.toEpochMilli())), limit)
        .stream()
        .sorted(java.util.Comparator.comparing(each -> each.getDateTime("pending").getValue()))
        .map(
            each -> new Left(RegistrationDocument.read(each), RegistrationDocument.takesOver(each)))
        .toList();
  }

  /** Some of the registrations of a course that are in force. */
  List<Registration> inForce(OwnedId course, int limit) {
    return registrations
        .waiting(
            Filters.and(Filters.eq("course", course.toString()), Filters.in("status", IN_FORCE)),
            limit)
        .stream()
        .map(RegistrationDocument::read)
        .toList();
  }

  // ---- reading

  /** What the course says now. */
  Optional<Terms> terms(OwnedId course) {
    return courses
        .read(course)
        .map(
            stored -> {
              Course state = stored.state();
              return new Terms(
                  stored.version(),
                  state.offer().title(),
                  state.offer().seats(),
                  state.isCancelled(),
                  state.offer().allotment(),
                  state.offer().startsAt());
            });
  }

  /** The version of a desk's document; 0 when there is none. */
  long version(OwnedId course) {
    return desks
        .find(Scope.of(course.owner()), course)
        .map(each -> each.getInt64("version").getValue())
        .orElse(0L);
  }

  /** Those of these registrations that there are. */
  Map<OwnedId, Registration> find(Collection<OwnedId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Scope scope = new Scope(ids.stream().map(OwnedId::owner).collect(Collectors.toSet()));
    Map<OwnedId, Registration> found = new HashMap<>();
    for (BsonDocument each : registrations.findAll(scope, ids)) {
      Registration registration = RegistrationDocument.read(each);
      found.put(registration.id(), registration);
    }
    return found;
  }

  /**
   * The caller's registration for a course: the one in force, if one is. One that was known by the
   * mail address only is the caller's from then on, so that nobody who gets the address later has
   * it.
   */
  Optional<Registration> own(Caller caller, String course) {
    List<String> names = Whose.namesOf(caller);
    List<Registration> found =
        find(Whose.idsOf(caller, course)).values().stream()
            .filter(each -> names.contains(each.who().person()))
            .toList();
    return found.stream()
        .filter(each -> each.status().isInForce())
        .findFirst()
        .or(() -> found.stream().findFirst())
        .map(each -> each.who().person().equals(caller.person()) ? each : bound(caller, each));
  }

  private Registration bound(Caller caller, Registration registration) {
    return registrations
        .update(
            registration.id(),
            Filters.eq("who.person", registration.who().person()),
            Updates.set("who.person", new BsonString(caller.person())))
        .map(RegistrationDocument::read)
        .orElse(registration);
  }

  /** How many seats of these courses are taken. */
  Map<OwnedId, Places.Taken> taken(Collection<OwnedId> wanted) {
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Scope scope = new Scope(wanted.stream().map(OwnedId::owner).collect(Collectors.toSet()));
    Map<OwnedId, Places.Taken> taken = new HashMap<>();
    for (BsonDocument each : desks.findAll(scope, wanted)) {
      taken.put(
          OwnedId.parse(each.getString("_id").getValue()),
          new Places.Taken(
              each.getInt32("seated").getValue(),
              each.getInt32("waiting").getValue(),
              each.getInt32("entered", new BsonInt32(0)).getValue(),
              DeskDocument.seatedOf(each),
              each.getInt32("offered", new BsonInt32(0)).getValue()));
    }
    return taken;
  }

  /** The entries of a course's draw in the order in which they were drawn; empty until it is. */
  List<Long> drawn(OwnedId course) {
    return draws
        .find(Scope.of(course.owner()), course)
        .map(
            found ->
                found.getArray("entries").stream().map(each -> each.asInt64().getValue()).toList())
        .orElse(List.of());
  }

  /** Which entry this registration was in its course's draw, once that is over. */
  Optional<Long> entry(OwnedId registration) {
    return registrations
        .find(Scope.of(registration.owner()), registration)
        .filter(found -> found.containsKey("entry"))
        .map(found -> found.getInt64("entry").getValue());
  }

  /** The caller's registrations that are in force. */
  List<Registration> allOwn(Caller caller) {
    return registrations
        .list(
            Scope.of(caller.home()),
            Filters.in("who.person", Whose.namesOf(caller)),
            Sorts.ascending("_id"),
            1_000)
        .stream()
        .map(RegistrationDocument::read)
        .filter(each -> each.status().isInForce())
        .toList();
  }

  /** The registrations of a course that are in force, of people in scope, in their order. */
  Page<Registration> ofCourse(Scope scope, OwnedId course, PageRequest page) {
    return registrations
        .page(scope, inForceOf(course), Sorts.ascending("number"), page)
        .map(RegistrationDocument::read);
  }

  /**
   * The seats of a course that people in scope have, in their order.
   *
   * @param words all of them stand in the person's name; empty means everybody
   */
  Page<Registration> seatsOf(Scope scope, OwnedId course, String words, PageRequest page) {
    Bson seats =
        Filters.and(
            Filters.eq("course", course.toString()), Filters.eq("status", Status.SEAT.name()));
    return registrations
        .page(scope, Documents.search(seats, words), Sorts.ascending("number"), page)
        .map(RegistrationDocument::read);
  }

  /** How many people in scope, of each organisation, have a place of this kind in a course. */
  Map<Owner, Long> byOwner(Scope scope, OwnedId course, Status status) {
    Map<Owner, Long> counts = new HashMap<>();
    registrations
        .countBy(
            scope,
            Filters.and(
                Filters.eq("course", course.toString()), Filters.eq("status", status.name())),
            "owner")
        .forEach((owner, count) -> counts.put(Owner.parse(owner), count));
    return counts;
  }

  private static Bson inForceOf(OwnedId course) {
    return Filters.and(Filters.eq("course", course.toString()), Filters.in("status", IN_FORCE));
  }

  private static Bson carriedOut(
      OwnedId course, String title, Move move, Instant at, Map<OwnedId, Context> traces) {
    BsonDocument set =
        new BsonDocument("status", new BsonString(move.status().name()))
            .append("number", new BsonInt64(move.number()))
            .append("version", new BsonInt64(move.version() + 1))
            .append("sequence", new BsonInt64(move.sequence() + move.steps().size()));
    move.entry().ifPresent(entry -> set.append("entry", new BsonInt64(entry)));
    BsonDocument unset =
        new BsonDocument("pending", new BsonString(""))
            .append(RegistrationDocument.TAKES_OVER, new BsonString(""));
    Instant until = move.offeredUntil();
    if (until == null) {
      unset.append(RegistrationDocument.OFFERED_UNTIL, new BsonString(""));
    } else {
      set.append(RegistrationDocument.OFFERED_UNTIL, new BsonDateTime(until.toEpochMilli()));
    }
    BsonDocument change = new BsonDocument("$set", set).append("$unset", unset);
    if (!move.steps().isEmpty()) {
      try (var _ = traces.getOrDefault(move.id(), Context.root()).makeCurrent()) {
        change.append(
            "$push",
            new BsonDocument(
                "outbox",
                OutboxEntry.of(
                    move.version() + 1,
                    move.sequence(),
                    move.by(),
                    at,
                    move.facts(course.value(), title))));
      }
    }
    return change;
  }
}
