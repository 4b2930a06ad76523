package nl.samenopleiden.partnership.overview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenopleiden.partnership.overview.Told.CapacityFact;
import nl.samenopleiden.partnership.overview.Told.CourseFact;
import nl.samenopleiden.partnership.overview.Told.EveningFact;
import nl.samenopleiden.partnership.overview.Told.InvitationFact;
import nl.samenopleiden.partnership.overview.Told.PlacementFact;
import nl.samenopleiden.partnership.overview.Told.RegistrationFact;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Projection;
import nl.samenopleiden.platform.inbox.Projections;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the overview knows of the other services: one small copy per registration, placement, offer
 * of places and invitation, under the board that it concerns. Because each is kept by its own id,
 * an event that comes twice counts once.
 */
@Component
final class OverviewCopies {

  /** A registration or an invitation: only what it counts as. */
  record Counted(String tally) {}

  /** Places that a school offers. */
  record Offer(String school, String period, String kind, int places) {}

  private static final int MOST = 5_000;

  private final Projection<Counted> registrations;
  private final Projection<Counted> placements;
  private final Projection<Counted> invitations;
  private final Projection<Offer> offers;
  private final Projection<Occasion> courses;
  private final Projection<Occasion> evenings;

  OverviewCopies(Projections projections, Subscriptions subscriptions) {
    registrations = projections.of("overview-registration", Counted.class, _ -> null);
    placements = projections.of("overview-placement", Counted.class, _ -> null);
    invitations = projections.of("overview-invitation", Counted.class, _ -> null);
    offers = projections.of("overview-capacity", Offer.class, _ -> null);
    courses = projections.of("overview-course", Occasion.class, _ -> null);
    evenings = projections.of("overview-evening", Occasion.class, _ -> null);
    subscriptions
        .on("professionalisation", "SeatConfirmed", event -> registered(event, "SEAT"))
        .on("professionalisation", "PlacedOnWaitingList", event -> registered(event, "WAITING"))
        .on("professionalisation", "PromotedFromWaitingList", event -> registered(event, "SEAT"))
        .on("professionalisation", "RegistrationCancelled", this::unregistered)
        .on("professionalisation", "CoursePublished", this::course)
        .on("professionalisation", "CourseChanged", this::course)
        .on("professionalisation", "CourseCancelled", event -> cancelled(courses, event))
        .on("placement", "StudentPlaced", this::placed)
        .on("placement", "PlacementEnded", this::placementEnded)
        .on("placement", "CapacityOffered", this::offered)
        .on("events", "PersonInvited", this::invited)
        .on("events", "InvitationAnswered", this::answered)
        .on("events", "EveningAnnounced", this::evening)
        .on("events", "EveningChanged", this::evening)
        .on("events", "EveningCancelled", event -> cancelled(evenings, event));
  }

  /** Registrations by course, status ({@code SEAT}, {@code WAITING}) and title. */
  Map<Tally, Integer> registrations(Scope board) {
    return Tally.of(registrations.countBy(board, null, "tally"));
  }

  /** Placements by school, period and kind. */
  Map<Tally, Integer> placements(Scope board) {
    return Tally.of(placements.countBy(board, null, "tally"));
  }

  /** Invitations by evening, answer ({@code YES}, {@code NO}, or nothing), start and title. */
  Map<Tally, Integer> invitations(Scope board) {
    return Tally.of(invitations.countBy(board, null, "tally"));
  }

  /** The places that schools offer. */
  List<Offer> offers(Scope board) {
    return offers.list(board, null, null, MOST);
  }

  Optional<Occasion> course(Scope scope, String id) {
    return courses.find(scope, id);
  }

  Optional<Occasion> evening(Scope scope, String id) {
    return evenings.find(scope, id);
  }

  private void registered(Event event, String status) {
    if (event.owner().isBoard()) {
      RegistrationFact fact = event.as(RegistrationFact.class);
      registrations.apply(
          event,
          event.id(),
          _ -> Optional.of(new Counted(Tally.text(fact.course(), status, text(fact.title())))));
    }
  }

  private void unregistered(Event event) {
    if (event.owner().isBoard()) {
      registrations.apply(event, event.id(), _ -> Optional.empty());
    }
  }

  private void course(Event event) {
    CourseFact fact = event.as(CourseFact.class);
    courses.apply(event, event.id(), _ -> Optional.of(new Occasion(text(fact.title()), "", false)));
  }

  private void evening(Event event) {
    EveningFact fact = event.as(EveningFact.class);
    evenings.apply(
        event,
        event.id(),
        _ -> Optional.of(new Occasion(text(fact.title()), instant(fact.startsAt()), false)));
  }

  private static void cancelled(Projection<Occasion> copies, Event event) {
    copies.apply(
        event,
        event.id(),
        known -> known.map(each -> new Occasion(each.title(), each.startsAt(), true)));
  }

  /** The pabo tells it of its student; it is kept under the board where the student is. */
  private void placed(Event event) {
    PlacementFact fact = event.as(PlacementFact.class);
    placements.apply(
        event,
        placement(fact),
        _ -> Optional.of(new Counted(Tally.text(fact.school(), fact.period(), text(fact.kind())))));
  }

  private void placementEnded(Event event) {
    PlacementFact fact = event.as(PlacementFact.class);
    placements.apply(event, placement(fact), _ -> Optional.empty());
  }

  private static OwnedId placement(PlacementFact fact) {
    return new OwnedId(Owner.board(fact.board()), fact.placement());
  }

  private void offered(Event event) {
    if (event.owner().isBoard()) {
      CapacityFact fact = event.as(CapacityFact.class);
      offers.apply(
          event,
          event.id(),
          _ -> Optional.of(new Offer(fact.school(), fact.period(), fact.kind(), fact.places())));
    }
  }

  private void invited(Event event) {
    if (event.owner().isBoard()) {
      InvitationFact fact = event.as(InvitationFact.class);
      invitations.apply(
          event,
          event.id(),
          _ ->
              Optional.of(
                  new Counted(
                      Tally.text(
                          fact.evening(), "", instant(fact.startsAt()), text(fact.title())))));
    }
  }

  private void answered(Event event) {
    if (event.owner().isBoard()) {
      InvitationFact fact = event.as(InvitationFact.class);
      invitations.apply(
          event,
          event.id(),
          known ->
              Optional.of(
                  new Counted(
                      Tally.text(
                          fact.evening(),
                          text(fact.answer()),
                          known.map(each -> Tally.parse(each.tally()).part(2)).orElse(""),
                          text(fact.title())))));
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** An instant in one way of writing; empty for what is none. */
  private static String instant(@Nullable String value) {
    return value == null ? "" : Instant.parse(value).toString();
  }
}
