package nl.samenopleiden.partnership.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.samenopleiden.partnership.board.Boards;
import nl.samenopleiden.partnership.colleague.Colleagues;
import nl.samenopleiden.partnership.overview.Overview.CapacityCount;
import nl.samenopleiden.partnership.overview.Overview.CourseCount;
import nl.samenopleiden.partnership.overview.Overview.EveningCount;
import nl.samenopleiden.partnership.overview.Overview.PlacementCount;
import nl.samenopleiden.partnership.school.SchoolDetails;
import nl.samenopleiden.partnership.school.Schools;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a board's overview together. */
@Component
public final class Overviews {

  private final Boards boards;
  private final Schools schools;
  private final Colleagues colleagues;
  private final OverviewCopies copies;

  Overviews(Boards boards, Schools schools, Colleagues colleagues, OverviewCopies copies) {
    this.boards = boards;
    this.schools = schools;
    this.colleagues = colleagues;
    this.copies = copies;
  }

  /**
   * The overview of a board.
   *
   * @param organisers whose courses and evenings the reader may see: their titles come from there
   */
  public Overview of(Owner board, Scope organisers) {
    Scope own = Scope.of(board);
    Map<String, SchoolDetails> known = schools.ofBoard(board);
    Map<Tally, Integer> placed = copies.placements(own);
    return new Overview(
        board.code(),
        boards.nameOf(board.code()),
        known.size(),
        colleagues.count(own, null),
        courses(copies.registrations(own), organisers),
        placements(placed, known),
        capacity(copies.offers(own), placed),
        evenings(copies.invitations(own), organisers));
  }

  private List<CourseCount> courses(Map<Tally, Integer> registrations, Scope organisers) {
    Map<String, CourseCount> counts = new HashMap<>();
    registrations.forEach(
        (tally, count) -> {
          int seats = tally.part(1).equals("SEAT") ? count : 0;
          counts.merge(
              tally.part(0),
              new CourseCount(tally.part(0), tally.part(2), seats, count - seats, false),
              Overviews::together);
        });
    return counts.values().stream()
        .map(
            each ->
                copies
                    .course(organisers, each.course())
                    .map(
                        its ->
                            new CourseCount(
                                each.course(),
                                its.title(),
                                each.seats(),
                                each.waiting(),
                                its.cancelled()))
                    .orElse(each))
        .sorted(Comparator.comparing(CourseCount::title).thenComparing(CourseCount::course))
        .toList();
  }

  private static CourseCount together(CourseCount one, CourseCount other) {
    return new CourseCount(
        one.course(),
        other.title(),
        one.seats() + other.seats(),
        one.waiting() + other.waiting(),
        false);
  }

  private static List<PlacementCount> placements(
      Map<Tally, Integer> placed, Map<String, SchoolDetails> known) {
    return placed.entrySet().stream()
        .map(
            each -> {
              String school = each.getKey().part(0);
              SchoolDetails details = known.get(school);
              return new PlacementCount(
                  school,
                  details == null ? school : details.name(),
                  each.getKey().part(1),
                  each.getKey().part(2),
                  each.getValue());
            })
        .sorted(
            Comparator.comparing(PlacementCount::period)
                .thenComparing(PlacementCount::schoolName)
                .thenComparing(PlacementCount::kind))
        .toList();
  }

  private static List<CapacityCount> capacity(
      List<OverviewCopies.Offer> offers, Map<Tally, Integer> placed) {
    Map<String, Integer> places = new TreeMap<>();
    offers.forEach(each -> places.merge(each.period(), each.places(), Integer::sum));
    Map<String, Integer> students = new HashMap<>();
    placed.forEach((tally, count) -> students.merge(tally.part(1), count, Integer::sum));
    students.keySet().forEach(period -> places.putIfAbsent(period, 0));
    List<CapacityCount> counts = new ArrayList<>();
    places.forEach(
        (period, offered) ->
            counts.add(new CapacityCount(period, offered, students.getOrDefault(period, 0))));
    return counts;
  }

  private List<EveningCount> evenings(Map<Tally, Integer> invitations, Scope organisers) {
    Map<String, EveningCount> counts = new HashMap<>();
    invitations.forEach(
        (tally, count) ->
            counts.merge(
                tally.part(0),
                new EveningCount(
                    tally.part(0),
                    tally.part(3),
                    instant(tally.part(2)),
                    count,
                    tally.part(1).equals("YES") ? count : 0,
                    tally.part(1).equals("NO") ? count : 0,
                    false),
                Overviews::together));
    return counts.values().stream()
        .map(
            each ->
                copies.evening(organisers, each.evening()).map(its -> with(each, its)).orElse(each))
        .sorted(
            Comparator.comparing(
                    (EveningCount each) -> each.startsAt() == null ? Instant.MAX : each.startsAt())
                .thenComparing(EveningCount::title))
        .toList();
  }

  private static EveningCount with(EveningCount each, Occasion its) {
    Instant startsAt = instant(its.startsAt());
    return new EveningCount(
        each.evening(),
        its.title(),
        startsAt == null ? each.startsAt() : startsAt,
        each.invited(),
        each.yes(),
        each.no(),
        its.cancelled());
  }

  private static EveningCount together(EveningCount one, EveningCount other) {
    return new EveningCount(
        one.evening(),
        other.title(),
        other.startsAt() == null ? one.startsAt() : other.startsAt(),
        one.invited() + other.invited(),
        one.yes() + other.yes(),
        one.no() + other.no(),
        false);
  }

  private static @Nullable Instant instant(String text) {
    return text.isEmpty() ? null : Instant.parse(text);
  }
}
