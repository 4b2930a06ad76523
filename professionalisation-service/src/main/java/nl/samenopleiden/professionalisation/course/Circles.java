package nl.samenopleiden.professionalisation.course;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.course.Circle.Prior;
import nl.samenopleiden.professionalisation.course.Circle.Proof;
import nl.samenopleiden.professionalisation.course.Circle.School;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import nl.samenopleiden.professionalisation.organisation.Schools;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Choosing whom something is for, among the pabo's partner boards, their schools and the pabo's own
 * courses; what is another's does not exist here.
 */
@Component
public final class Circles {

  /** How choosing ended. */
  public sealed interface Drawn {

    /** It can be. */
    record Done(Circle circle) implements Drawn {}

    /** It cannot, for these reasons. */
    record Refused(List<Refusal> reasons) implements Drawn {}
  }

  /** Something to choose, or that was chosen. */
  public record Choice(String value, String name, boolean chosen) {}

  /**
   * What a form shows to choose from: what was chosen, and what was found.
   *
   * @param more whether more schools were found than are shown
   * @param moreCourses whether more courses were found than are shown
   * @param nowhere whether no board or school was found by what was typed
   * @param noCourse whether no course was found by what was typed
   */
  public record Choices(
      List<Choice> boards,
      List<Choice> schools,
      List<Choice> courses,
      boolean more,
      boolean moreCourses,
      boolean nowhere,
      boolean noCourse) {}

  private static final PageRequest FOUND = new PageRequest(0, 12);
  private static final Page<Schools.School> NO_SCHOOLS = new Page<>(List.of(), 0, 12, 0);
  private static final Page<Stored<Course>> NO_COURSES = new Page<>(List.of(), 0, 12, 0);
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{1,40}");

  private final Courses courses;
  private final Organisations organisations;
  private final Schools schools;
  private final CourseWords words;

  Circles(Courses courses, Organisations organisations, Schools schools, CourseWords words) {
    this.courses = courses;
    this.organisations = organisations;
    this.schools = schools;
    this.words = words;
  }

  /** The circle that somebody would like. */
  public Drawn draw(Access access, @Nullable CircleDraft wanted) {
    if (wanted == null) {
      return new Drawn.Done(Circle.EVERYBODY);
    }
    List<Refusal> wrong = wanted.check();
    if (!wrong.isEmpty()) {
      return new Drawn.Refused(wrong);
    }
    if (!Offering.partners(access).containsAll(wanted.wantedBoards())) {
      wrong.add(Refusal.invalid("board-out-of-reach", CircleDraft.FIELD));
    }
    List<School> chosen = chosen(access, wanted.wantedSchools());
    if (!codes(chosen).containsAll(wanted.wantedSchools())) {
      wrong.add(Refusal.invalid("school-out-of-reach", CircleDraft.FIELD));
    }
    Optional<Prior> prior =
        Optional.ofNullable(wanted.prior()).flatMap(each -> prior(access, each));
    if (wanted.prior() != null && prior.isEmpty()) {
      wrong.add(Refusal.invalid("unknown-earlier-course", CircleDraft.FIELD));
    }
    return wrong.isEmpty()
        ? new Drawn.Done(
            new Circle(wanted.wantedBoards(), chosen, wanted.wantedThemes(), prior.orElse(null)))
        : new Drawn.Refused(wrong);
  }

  private List<School> chosen(Access access, List<String> codes) {
    return boards(access).map(scope -> schools.find(scope, codes)).orElse(List.of()).stream()
        .map(each -> new School(each.board(), each.code()))
        .toList();
  }

  private static Set<String> codes(List<School> chosen) {
    return chosen.stream().map(School::code).collect(Collectors.toSet());
  }

  private Optional<Prior> prior(Access access, CircleDraft.PriorDraft wanted) {
    return owned(access, wanted.course())
        .map(
            found ->
                new Prior(
                    found.id().toString(),
                    found.state().offer().title(),
                    Edition.of(found).number(),
                    !Boolean.FALSE.equals(wanted.everyEdition()),
                    wanted.proof() == null ? Proof.ATTENDED : wanted.proof()));
  }

  private Optional<Stored<Course>> owned(Access access, @Nullable String id) {
    return id != null && ID.matcher(id).matches() ? courses.owned(access, id) : Optional.empty();
  }

  /** What can be chosen with a form, as it was typed so far. */
  public Choices choices(Access access, CircleForm form) {
    Page<Schools.School> schoolsFound =
        boards(access)
            .filter(_ -> !form.place().isEmpty())
            .map(among -> schools.page(among, form.place(), FOUND))
            .orElse(NO_SCHOOLS);
    Page<Stored<Course>> coursesFound =
        form.earlier().isEmpty() ? NO_COURSES : courses.everGiven(access, form.earlier(), FOUND);
    List<Choice> boards = boardChoices(access, form);
    return new Choices(
        boards,
        schoolChoices(access, form, schoolsFound.items()),
        courseChoices(access, form, coursesFound.items()),
        schoolsFound.pages() > 1,
        coursesFound.pages() > 1,
        !form.place().isEmpty()
            && schoolsFound.total() == 0
            && boards.stream().map(Choice::name).noneMatch(looked(form)),
        !form.earlier().isEmpty() && coursesFound.total() == 0);
  }

  private List<Choice> boardChoices(Access access, CircleForm form) {
    Predicate<String> looked = looked(form);
    // What was chosen and is no partner any more stays, so that it is refused and not left out.
    return Stream.concat(Offering.partners(access).stream(), form.boards().stream())
        .distinct()
        .map(
            number ->
                new Choice(
                    number,
                    organisations.name(Owner.board(number)),
                    form.boards().contains(number)))
        .filter(each -> each.chosen() || looked.test(each.name()))
        .sorted(Comparator.comparing(Choice::name))
        .toList();
  }

  private static Predicate<String> looked(CircleForm form) {
    return form.place().isEmpty() ? _ -> false : Documents.holding(form.place());
  }

  private List<Choice> schoolChoices(Access access, CircleForm form, List<Schools.School> found) {
    List<Schools.School> chosen =
        boards(access).map(among -> schools.find(among, form.schools())).orElse(List.of());
    Map<String, String> names =
        chosen.stream().collect(Collectors.toMap(Schools.School::code, this::name));
    return Stream.concat(
            form.schools().stream()
                .distinct()
                .map(code -> new Choice(code, names.getOrDefault(code, code), true)),
            found.stream()
                .filter(each -> !form.schools().contains(each.code()))
                .map(each -> new Choice(each.code(), name(each), false)))
        .toList();
  }

  private List<Choice> courseChoices(Access access, CircleForm form, List<Stored<Course>> found) {
    return Stream.concat(
            owned(access, form.prior()).stream().map(each -> choice(each, true)),
            found.stream()
                .filter(each -> !each.id().value().equals(form.prior()))
                .map(each -> choice(each, false)))
        .toList();
  }

  private Choice choice(Stored<Course> course, boolean chosen) {
    Locale language = LocaleContextHolder.getLocale();
    Offer offer = course.state().offer();
    int number = Edition.of(course).number();
    String edition =
        number == Edition.FIRST ? "" : ", " + words.message("course.edition", language, number);
    return new Choice(
        course.id().value(),
        offer.title() + edition + ", " + Moments.dayInWords(offer.startsAt(), language),
        chosen);
  }

  private String name(Schools.School school) {
    return school.name()
        + (school.place().isEmpty() ? "" : ", " + school.place())
        + " ("
        + organisations.name(Owner.board(school.board()))
        + ")";
  }

  /** The boards that the caller's pabo works with; empty when there are none. */
  private static Optional<Scope> boards(Access access) {
    Set<Owner> boards =
        access.partners().stream().filter(Owner::isBoard).collect(Collectors.toSet());
    return boards.isEmpty() ? Optional.empty() : Optional.of(new Scope(boards));
  }
}
