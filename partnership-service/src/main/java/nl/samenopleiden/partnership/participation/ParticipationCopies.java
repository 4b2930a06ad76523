package nl.samenopleiden.partnership.participation;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenopleiden.partnership.overview.Tally;
import nl.samenopleiden.partnership.participation.Told.CourseFact;
import nl.samenopleiden.partnership.participation.Told.RegistrationFact;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Projection;
import nl.samenopleiden.platform.inbox.Projections;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Moments;
import org.bson.BsonDateTime;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is known here of professionalisation: the courses under their pabos; under the board of who
 * registered one small copy per registration in force, and one per time that somebody registered.
 *
 * <p>A copy has the id of what it is about, so what is told twice or late counts once. Courses and
 * registrations are told apart and meet only when they are read: either may come first.
 */
@Component
final class ParticipationCopies {

  /**
   * A registration in force.
   *
   * @param school the location code; empty for who works at no one school
   * @param tally what it counts as
   */
  record Taking(String course, String school, String tally) {}

  /**
   * That somebody registered, whatever came of it.
   *
   * @param school the location code; empty for who works at no one school
   * @param month for example {@code 2026-11}
   */
  record Asked(String course, String school, String month) {}

  /** More courses than the pabos of one board give in ten years. */
  private static final int MOST = 5_000;

  private final Projection<Offered> courses;
  private final Projection<Taking> takings;
  private final Projection<Asked> asked;

  ParticipationCopies(Projections projections, Subscriptions subscriptions) {
    courses = projections.of("participation-course", Offered.class, _ -> null);
    takings = projections.of("participation-registration", Taking.class, _ -> null);
    asked = projections.of("participation-month", Asked.class, _ -> null);
    courses.index("startsAt");
    takings.index("course");
    takings.index("school");
    asked.index("month");
    subscriptions
        .on("professionalisation", "CoursePublished", this::offered)
        .on("professionalisation", "CourseChanged", this::offered)
        .on("professionalisation", "CourseCancelled", this::cancelled)
        .on("professionalisation", "SeatConfirmed", this::seated)
        .on("professionalisation", "PlacedOnWaitingList", this::waits)
        .on("professionalisation", "PromotedFromWaitingList", this::promoted)
        .on("professionalisation", "RegistrationCancelled", this::left);
  }

  /** The courses of these organisers, those that start last first. */
  List<Offered> courses(Scope organisers) {
    return courses.list(organisers, null, Sorts.descending("data.startsAt"), MOST);
  }

  /** The ids of their courses that start after this moment and are not cancelled. */
  Set<String> coming(Scope organisers, Instant now) {
    return courses
        .list(
            organisers,
            Filters.and(
                Filters.gt("data.startsAt", new BsonDateTime(now.toEpochMilli())),
                Filters.eq("data.cancelled", false)),
            null,
            MOST)
        .stream()
        .map(Offered::id)
        .collect(Collectors.toSet());
  }

  /** The course with this id, if one of these organisers offers it. */
  Optional<Offered> course(Scope organisers, String id) {
    return courses.find(organisers, id);
  }

  /**
   * The registrations in force, as {@link Turnout} counts them.
   *
   * @param school only those of this school
   * @param among only those for these courses
   */
  Map<Tally, Integer> takings(
      Scope board, @Nullable String school, @Nullable Collection<String> among) {
    return Tally.of(takings.countBy(board, filter(school, among, null), "tally"));
  }

  /**
   * How often somebody registered, by month.
   *
   * @param school only those of this school
   * @param among only for these courses
   */
  Map<String, Long> perMonth(
      Scope board, @Nullable String school, @Nullable Collection<String> among, YearMonth from) {
    return asked.countBy(
        board, filter(school, among, Filters.gte("data.month", from.toString())), "month");
  }

  private static @Nullable Bson filter(
      @Nullable String school, @Nullable Collection<String> among, @Nullable Bson further) {
    List<Bson> all = new ArrayList<>();
    if (school != null) {
      all.add(Filters.eq("data.school", school));
    }
    if (among != null) {
      all.add(Filters.in("data.course", among));
    }
    if (further != null) {
      all.add(further);
    }
    return all.isEmpty() ? null : Filters.and(all);
  }

  private void offered(Event event) {
    CourseFact fact = event.as(CourseFact.class);
    courses.apply(
        event,
        event.id(),
        known ->
            Optional.of(
                new Offered(
                    event.id().value(),
                    text(fact.title()),
                    fact.themes() == null ? List.of() : fact.themes(),
                    fact.startsAt(),
                    fact.seats() == null ? 0 : fact.seats(),
                    known.isPresent() && known.get().cancelled())));
  }

  private void cancelled(Event event) {
    courses.apply(event, event.id(), known -> known.map(Offered::withoutBeing));
  }

  private void seated(Event event) {
    takes(event, true);
    asks(event);
  }

  private void waits(Event event) {
    takes(event, false);
    asks(event);
  }

  /** Who is promoted had registered before. */
  private void promoted(Event event) {
    takes(event, true);
  }

  private void left(Event event) {
    if (event.owner().isBoard()) {
      takings.apply(event, event.id(), _ -> Optional.empty());
    }
  }

  private void takes(Event event, boolean seat) {
    if (event.owner().isBoard()) {
      RegistrationFact fact = event.as(RegistrationFact.class);
      String school = text(fact.school());
      String title = text(fact.title());
      takings.apply(
          event,
          event.id(),
          _ ->
              Optional.of(
                  new Taking(
                      fact.course(),
                      school,
                      seat
                          ? Turnout.seat(fact.course(), school, title)
                          : Turnout.waiting(fact.course(), school, title))));
    }
  }

  /** Kept by the fact's own number: a registration can be made again after it was cancelled. */
  private void asks(Event event) {
    if (event.owner().isBoard()) {
      RegistrationFact fact = event.as(RegistrationFact.class);
      String month = YearMonth.from(event.time().atZone(Moments.ZONE)).toString();
      asked.apply(
          event,
          new OwnedId(event.owner(), event.id().value() + "~" + event.sequence()),
          _ -> Optional.of(new Asked(fact.course(), text(fact.school()), month)));
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
