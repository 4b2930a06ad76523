package nl.samenopleiden.partnership.participation;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.samenopleiden.partnership.participation.CourseDetail.Elsewhere;
import nl.samenopleiden.partnership.participation.CourseDetail.SchoolLine;
import nl.samenopleiden.partnership.school.SchoolDetails;
import nl.samenopleiden.partnership.school.Schools;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a reader sees of the participation in courses. */
@Component
public final class Participation {

  /**
   * What was found.
   *
   * @param most the most people in one of all courses that were found, not only of this page
   */
  record Found(Page<CourseLine> page, int most) {}

  /**
   * One course by itself.
   *
   * @param most the most people of one school, of all schools and not only of this page
   */
  record Seen(CourseDetail detail, int most) {}

  private static final Comparator<CourseLine> LAST_FIRST =
      Comparator.comparing(
              CourseLine::startsAt, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
          .thenComparing(CourseLine::title)
          .thenComparing(CourseLine::id);

  private final ParticipationCopies copies;
  private final Schools schools;
  private final Clock clock;

  Participation(ParticipationCopies copies, Schools schools, Clock clock) {
    this.copies = copies;
    this.schools = schools;
    this.clock = clock;
  }

  /** How many seats the caller's school has in courses that are still to come. */
  public int comingSeats(Access access) {
    if (!access.home().isBoard()) {
      return 0;
    }
    Sight sight = Sight.of(access, null);
    Set<String> coming = copies.coming(sight.organisers(), clock.instant());
    return Turnout.perCourse(copies.takings(Scope.of(sight.board()), sight.onlySchool(), coming))
        .values()
        .stream()
        .mapToInt(each -> each.all().seats())
        .sum();
  }

  /**
   * The courses that these words and this theme find, those that start last first.
   *
   * @param theme the theme's key; empty for all
   */
  Found courses(Sight sight, String words, String theme, PageRequest page) {
    Predicate<String> wanted = Documents.holding(words);
    List<CourseLine> found =
        lines(sight).stream()
            .filter(each -> wanted.test(each.title()))
            .filter(each -> theme.isEmpty() || each.themes().contains(theme))
            .sorted(LAST_FIRST)
            .toList();
    return new Found(
        Page.of(found, page), found.stream().mapToInt(CourseLine::people).max().orElse(0));
  }

  /**
   * One course.
   *
   * @param words find schools
   * @param reached only schools that are reached, or only those that are not
   * @throws RefusedException when there is no such course for this reader
   */
  Seen course(Sight sight, String id, String words, @Nullable Boolean reached, PageRequest page) {
    Map<String, SchoolDetails> known = schools.ofBoard(sight.board());
    Offered offered = copies.course(sight.organisers(), id).orElse(null);
    Turnout turnout =
        Turnout.perCourse(copies.takings(Scope.of(sight.board()), sight.onlySchool(), List.of(id)))
            .get(id);
    if (offered == null && (turnout == null || sight.onlyOffered())) {
      throw RefusedException.notFound();
    }
    Turnout its = turnout == null ? Turnout.NONE : turnout;
    CourseLine line = line(id, offered, its, counted(sight, known.keySet()));
    if (!(sight instanceof Sight.WholeBoard)) {
      return new Seen(new CourseDetail(line, null, null), line.people());
    }
    Count elsewhere = its.elsewhere(known.keySet());
    Predicate<String> wanted = Documents.holding(words);
    List<SchoolLine> found =
        known.values().stream()
            .filter(each -> wanted.test(each.code() + " " + each.name() + " " + each.place()))
            .map(each -> SchoolLine.of(each, its.at(each.code())))
            .filter(each -> reached == null || reached == each.reached())
            .sorted(Comparator.comparing(SchoolLine::name).thenComparing(SchoolLine::school))
            .toList();
    return new Seen(
        new CourseDetail(
            line, new Elsewhere(elsewhere.seats(), elsewhere.waiting()), Page.of(found, page)),
        known.keySet().stream().mapToInt(each -> its.at(each).people()).max().orElse(0));
  }

  /** How many registrations were made in each of the last twelve months. */
  Trend trend(Sight sight) {
    YearMonth now = YearMonth.now(clock.withZone(Moments.ZONE));
    Set<String> among =
        sight.onlyOffered()
            ? copies.courses(sight.organisers()).stream()
                .map(Offered::id)
                .collect(Collectors.toSet())
            : null;
    return Trend.until(
        now, copies.perMonth(Scope.of(sight.board()), sight.onlySchool(), among, Trend.first(now)));
  }

  /** All courses of the organisers, and what else people of the board registered for. */
  private List<CourseLine> lines(Sight sight) {
    Map<String, Offered> offered =
        copies.courses(sight.organisers()).stream()
            .collect(Collectors.toMap(Offered::id, Function.identity(), (one, _) -> one));
    Map<String, Turnout> turnouts =
        new HashMap<>(
            Turnout.perCourse(copies.takings(Scope.of(sight.board()), sight.onlySchool(), null)));
    if (sight.onlyOffered()) {
      turnouts.keySet().retainAll(offered.keySet());
    }
    Set<String> ids = new HashSet<>(offered.keySet());
    ids.addAll(turnouts.keySet());
    Collection<String> counted = counted(sight, schools.ofBoard(sight.board()).keySet());
    return ids.stream()
        .map(id -> line(id, offered.get(id), turnouts.getOrDefault(id, Turnout.NONE), counted))
        .filter(each -> !each.cancelled() || each.people() > 0)
        .toList();
  }

  private static CourseLine line(
      String id, @Nullable Offered offered, Turnout turnout, Collection<String> schools) {
    Count all = turnout.all();
    return new CourseLine(
        id,
        offered == null ? turnout.title() : offered.title(),
        offered == null ? null : offered.startsAt(),
        offered == null ? List.of() : offered.themes(),
        offered == null ? null : offered.seats(),
        offered != null && offered.cancelled(),
        all.seats(),
        all.waiting(),
        turnout.reached(schools),
        schools.size());
  }

  /** The schools that can be reached, as far as this reader sees them. */
  private static Collection<String> counted(Sight sight, Set<String> open) {
    String only = sight.onlySchool();
    return only == null ? open : List.of(only);
  }
}
