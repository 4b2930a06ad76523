package nl.samenopleiden.professionalisation.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.store.Documents;
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

  private static final int MOST_FOUND = 12;
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
    if (chosen.size() < wanted.wantedSchools().size()) {
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
    List<Choice> boards = new ArrayList<>();
    Predicate<String> looked = Documents.holding(form.place());
    Offering.partners(access).stream()
        .sorted()
        .forEach(
            number -> {
              String name = organisations.name(Owner.board(number));
              boolean chosen = form.boards().contains(number);
              if (chosen || (!form.place().isEmpty() && looked.test(name))) {
                boards.add(new Choice(number, name, chosen));
              }
            });
    List<Choice> found = new ArrayList<>();
    Optional<Scope> scope = boards(access);
    scope.ifPresent(
        among ->
            schools
                .find(among, form.schools())
                .forEach(each -> found.add(new Choice(each.code(), name(each), true))));
    long schoolsFound = 0;
    if (scope.isPresent() && !form.place().isEmpty()) {
      var page = schools.page(scope.get(), form.place(), new PageRequest(0, MOST_FOUND));
      schoolsFound = page.total();
      page.items().stream()
          .filter(each -> !form.schools().contains(each.code()))
          .forEach(each -> found.add(new Choice(each.code(), name(each), false)));
    }
    List<Choice> earlier = new ArrayList<>();
    owned(access, form.prior()).ifPresent(each -> earlier.add(choice(each, true)));
    long coursesFound = 0;
    if (!form.earlier().isEmpty()) {
      var page = courses.everGiven(access, form.earlier(), new PageRequest(0, MOST_FOUND));
      coursesFound = page.total();
      page.items().stream()
          .filter(each -> !each.id().value().equals(form.prior()))
          .forEach(each -> earlier.add(choice(each, false)));
    }
    return new Choices(
        boards,
        found,
        earlier,
        schoolsFound > MOST_FOUND,
        coursesFound > MOST_FOUND,
        !form.place().isEmpty()
            && schoolsFound == 0
            && boards.stream().noneMatch(each -> looked.test(each.name())),
        !form.earlier().isEmpty() && coursesFound == 0);
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
