package nl.samenopleiden.professionalisation.registration;

import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.professionalisation.registration.Registration.Registrant;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Request;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Ticket;

/** Requests that are served together, and which of them were asked for the first time. */
final class Round {

  /** Those that have not been answered. */
  final List<Ticket> tickets;

  /** The registrations that were asked for the first time, or again after they had ended. */
  final Set<OwnedId> fresh = new HashSet<>();

  private final Map<Ticket, OwnedId> named = new HashMap<>();

  /** Who registers in person in this round, by the name that the mail address gives. */
  private final Map<OwnedId, OwnedId> inPerson = new HashMap<>();

  Round(List<Ticket> tickets) {
    this.tickets = new ArrayList<>(tickets);
  }

  /** Whether the course, or the desk's document, may have changed. */
  boolean looksAgain() {
    return tickets.stream().anyMatch(each -> each.request() instanceof Request.LookAgain);
  }

  /** Whom school leaders register, by their organisations. */
  Map<Owner, List<Registrant>> enrolled() {
    Map<Owner, List<Registrant>> enrolled = new HashMap<>();
    for (Ticket each : tickets) {
      if (each.request() instanceof Request.Enrol(var id, var who)) {
        enrolled.computeIfAbsent(id.owner(), _ -> new ArrayList<>()).add(who);
      }
    }
    return enrolled;
  }

  /**
   * Finds out which registration each request is about: a person whom a school leader registered
   * goes on with that registration, and one who registered in person keeps that.
   *
   * @param byMail the registrations in force of people who are known by the mail address only
   * @param earlier the registrations of those who registered in person, by the other name
   */
  void name(OwnedId course, Set<OwnedId> byMail, Map<OwnedId, OwnedId> earlier) {
    named.clear();
    inPerson.clear();
    boolean usual =
        byMail.isEmpty() && tickets.stream().noneMatch(Round::isAboutSomebodyKnownByMail);
    Set<OwnedId> enrolled = new HashSet<>(byMail);
    for (Ticket each : tickets) {
      switch (each.request()) {
        case Request.Register(var id, var who) ->
            named.put(each, usual ? id : name(course, id, who, enrolled));
        case Request.TakeOver(_, var id, var who) ->
            named.put(each, usual ? id : name(course, id, who, enrolled));
        case Request.Enrol(var id, _) -> {
          OwnedId own = earlier.getOrDefault(id, inPerson.getOrDefault(id, id));
          if (own.equals(id)) {
            enrolled.add(id);
          }
          named.put(each, own);
        }
        case Request.Cancel(var id) -> named.put(each, id);
        case Request.Accept(var id) -> named.put(each, id);
        case Request.Refuse(var id, _, _) -> named.put(each, id);
        case Request.Finish(var id, _) -> named.put(each, id);
        case Request.LookAgain() -> {}
      }
    }
  }

  private static boolean isAboutSomebodyKnownByMail(Ticket ticket) {
    return switch (ticket.request()) {
      case Request.Enrol _ -> true;
      case Request.Finish(var id, _) -> Whose.isByMail(id);
      case Request.Register _,
          Request.Cancel _,
          Request.Accept _,
          Request.Refuse _,
          Request.TakeOver _,
          Request.LookAgain _ ->
          false;
    };
  }

  /** Whether a school leader registers the person whom the mail address gives this name. */
  boolean enrols(OwnedId byMail) {
    return tickets.stream()
        .anyMatch(each -> each.request() instanceof Request.Enrol(var id, _) && id.equals(byMail));
  }

  /** Whether the person whom the mail address gives this name registers in person. */
  boolean comesInPerson(OwnedId byMail) {
    return inPerson.containsKey(byMail);
  }

  private OwnedId name(OwnedId course, OwnedId id, Registrant who, Set<OwnedId> enrolled) {
    OwnedId mail = Whose.idByMail(course, id.owner(), who.email());
    if (enrolled.contains(mail)) {
      return mail;
    }
    inPerson.putIfAbsent(mail, id);
    return id;
  }

  /** The registration that a request is about. */
  OwnedId idOf(Ticket ticket) {
    return Objects.requireNonNull(named.get(ticket));
  }

  /** Who wants a place, by the registrations that this is about. */
  Map<OwnedId, Registrant> registering() {
    Map<OwnedId, Registrant> people = new LinkedHashMap<>();
    for (Ticket each : tickets) {
      switch (each.request()) {
        case Request.Register(_, var who) -> people.putIfAbsent(idOf(each), who);
        case Request.TakeOver(_, _, var who) -> people.putIfAbsent(idOf(each), who);
        case Request.Enrol(var id, var who) -> {
          if (idOf(each).equals(id)) {
            people.putIfAbsent(id, who);
          }
        }
        case Request.Cancel _,
            Request.Accept _,
            Request.Refuse _,
            Request.Finish _,
            Request.LookAgain _ -> {}
      }
    }
    return people;
  }

  /** Those who want the place of a colleague, and no other. */
  Set<OwnedId> takingOver() {
    Set<OwnedId> ids = new HashSet<>();
    for (Ticket each : tickets) {
      if (each.request() instanceof Request.TakeOver) {
        ids.add(idOf(each));
      }
    }
    for (Ticket each : tickets) {
      if (each.request() instanceof Request.Register || each.request() instanceof Request.Enrol) {
        ids.remove(idOf(each));
      }
    }
    return ids;
  }

  /** The other registrations that the round is about. */
  Set<OwnedId> others() {
    Set<OwnedId> ids = new HashSet<>();
    for (Ticket each : tickets) {
      switch (each.request()) {
        case Request.Cancel _,
            Request.Accept _,
            Request.Refuse _,
            Request.Finish _,
            Request.Enrol _ ->
            ids.add(idOf(each));
        case Request.TakeOver(var from, _, _) -> ids.add(from);
        case Request.Register _, Request.LookAgain _ -> {}
      }
    }
    return ids;
  }

  /** What each registration's change is a part of. */
  Map<OwnedId, Context> traces() {
    Map<OwnedId, Context> traces = new HashMap<>();
    for (Ticket each : tickets) {
      switch (each.request()) {
        case Request.Register _,
            Request.Enrol _,
            Request.Cancel _,
            Request.Accept _,
            Request.Refuse _ ->
            traces.put(idOf(each), each.trace());
        case Request.TakeOver(var from, _, _) -> {
          traces.put(from, each.trace());
          traces.put(idOf(each), each.trace());
        }
        case Request.Finish _, Request.LookAgain _ -> {}
      }
    }
    return traces;
  }
}
