package nl.samenopleiden.placement.placement;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.samenopleiden.placement.capacity.Period;
import nl.samenopleiden.placement.placement.PlacementView.AtSchool;
import nl.samenopleiden.placement.placement.PlacementView.OfStudent;
import nl.samenopleiden.placement.school.KnownSchool;
import nl.samenopleiden.placement.school.Schools;
import nl.samenopleiden.placement.student.PlacementEnded;
import nl.samenopleiden.placement.student.Student;
import nl.samenopleiden.placement.student.StudentChanged;
import nl.samenopleiden.placement.student.StudentPlaced;
import nl.samenopleiden.placement.student.Students;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Projection;
import nl.samenopleiden.platform.inbox.Projections;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The placements in force, as lists: one for the pabo and one for the board, each owned by its
 * reader and made of this service's own facts. The board's holds only what those at the school
 * need.
 */
@Component
final class Placements {

  private static final int MOST_OF_A_BOARD = 20_000;
  private static final Bson BY_PERIOD =
      Sorts.ascending("data.period", "data.schoolName", "data.name", "_id");

  private final Projection<OfStudent> ofPabo;
  private final Projection<AtSchool> atBoard;
  private final Students students;
  private final Schools schools;

  Placements(
      Projections projections, Subscriptions subscriptions, Students students, Schools schools) {
    this.students = students;
    this.schools = schools;
    ofPabo =
        projections.of(
            "placements-of-pabo",
            OfStudent.class,
            each -> String.join(" ", each.name(), each.number(), each.schoolName(), each.town()));
    atBoard =
        projections.of(
            "placements-at-schools",
            AtSchool.class,
            each -> String.join(" ", each.name(), each.schoolName()));
    ofPabo.index("period");
    atBoard.index("school");
    subscriptions
        .on("placement", "StudentPlaced", this::placed)
        .on("placement", "StudentChanged", this::changed)
        .on("placement", "PlacementEnded", this::ended);
  }

  /** What the reader may know. */
  Page<? extends PlacementView> page(
      Access access, @Nullable Period period, String words, PageRequest page) {
    if (access.home().isPabo()) {
      return ofPabo.page(access.own(), in(period), words, BY_PERIOD, page);
    }
    return access.caller().is(Role.BOARD_COORDINATOR)
        ? numbers(access, period, words, page)
        : atSchool(access, period, words, page);
  }

  /** Who comes to the reader's own school; nobody when the reader has none. */
  Page<AtSchool> atSchool(Access access, @Nullable Period period, String words, PageRequest page) {
    if (access.caller().atSchool().isEmpty()
        || !access.caller().is(Role.SCHOOL_LEADER, Role.SCHOOL_EDUCATOR, Role.MENTOR)) {
      return new Page<>(List.of(), page.number(), page.size(), 0);
    }
    Bson school = Filters.eq("data.school", access.caller().atSchool().get());
    Bson inPeriod = in(period);
    return atBoard.page(
        access.own(),
        inPeriod == null ? school : Filters.and(school, inPeriod),
        words,
        BY_PERIOD,
        page);
  }

  /**
   * How many students come to each school of the reader's board; words are sought in schools'
   * names.
   */
  Page<PlacementView.Number> numbers(
      Access access, @Nullable Period period, String words, PageRequest page) {
    record Group(Period period, String schoolName, String school) {}
    var groups =
        new TreeMap<Group, Long>(
            Comparator.comparing(Group::period)
                .thenComparing(Group::schoolName)
                .thenComparing(Group::school));
    Predicate<String> wanted = Documents.holding(words);
    atBoard.list(access.own(), in(period), null, MOST_OF_A_BOARD).stream()
        .filter(each -> wanted.test(each.schoolName()))
        .forEach(
            each ->
                groups.merge(
                    new Group(each.period(), each.schoolName(), each.school()), 1L, Long::sum));
    List<PlacementView.Number> all = new ArrayList<>();
    groups.forEach(
        (group, count) ->
            all.add(
                new PlacementView.Number(
                    group.school(), group.schoolName(), group.period(), count)));
    return Page.of(all, page);
  }

  /** How many placements are in force of the reader's pabo, or at the reader's board. */
  long count(Access access) {
    return access.home().isPabo()
        ? ofPabo.count(access.own(), null)
        : atBoard.count(access.own(), null);
  }

  private void placed(Event event) {
    StudentPlaced fact = event.as(StudentPlaced.class);
    Owner board = Owner.board(fact.board());
    Optional<Student> student = students.find(Scope.of(event.owner()), fact.student());
    String name = student.map(each -> each.enrolment().name()).orElse("");
    String number = student.map(each -> each.enrolment().number()).orElse("");
    Optional<KnownSchool> school = schools.find(Scope.of(board), fact.school());
    String schoolName = school.map(KnownSchool::name).orElse(fact.school());
    ofPabo.apply(
        event,
        new OwnedId(event.owner(), fact.placement()),
        _ ->
            Optional.of(
                new OfStudent(
                    fact.placement(),
                    fact.student(),
                    name,
                    number,
                    fact.year(),
                    fact.school(),
                    schoolName,
                    school.map(KnownSchool::town).orElse(""),
                    fact.board(),
                    fact.period(),
                    fact.kind(),
                    event.time())));
    atBoard.apply(
        event,
        atBoard(event, board, fact.placement()),
        _ ->
            Optional.of(
                new AtSchool(
                    fact.placement(),
                    event.owner().code(),
                    fact.school(),
                    schoolName,
                    fact.period(),
                    fact.kind(),
                    name,
                    fact.year())));
  }

  private void changed(Event event) {
    StudentChanged fact = event.as(StudentChanged.class);
    students
        .find(Scope.of(event.owner()), fact.id())
        .ifPresent(
            student ->
                student
                    .placements()
                    .forEach(
                        placement -> {
                          ofPabo.apply(
                              event,
                              new OwnedId(event.owner(), placement.id()),
                              copy -> copy.map(each -> each.named(fact.name(), fact.number())));
                          atBoard.apply(
                              event,
                              atBoard(
                                  event, Owner.board(placement.where().board()), placement.id()),
                              copy -> copy.map(each -> each.named(fact.name())));
                        }));
  }

  private void ended(Event event) {
    PlacementEnded fact = event.as(PlacementEnded.class);
    ofPabo.apply(event, new OwnedId(event.owner(), fact.placement()), _ -> Optional.empty());
    atBoard.apply(
        event, atBoard(event, Owner.board(fact.board()), fact.placement()), _ -> Optional.empty());
  }

  private static OwnedId atBoard(Event event, Owner board, String placement) {
    return new OwnedId(board, event.owner().code() + "~" + placement);
  }

  private static @Nullable Bson in(@Nullable Period period) {
    return period == null ? null : Filters.eq("data.period", period.toString());
  }
}
