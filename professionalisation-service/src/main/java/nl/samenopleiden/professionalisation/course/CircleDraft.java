package nl.samenopleiden.professionalisation.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody would like to offer something to, before anybody has looked whether that can be.
 *
 * @param boards their numbers
 * @param schools their location codes
 * @param themes keys of {@link Theme}
 */
public record CircleDraft(
    @Nullable List<String> boards,
    @Nullable List<String> schools,
    @Nullable List<String> themes,
    @Nullable PriorDraft prior) {

  /**
   * An earlier course.
   *
   * @param course the value of its id
   * @param everyEdition left out: any edition will do
   * @param proof left out: one must have been there
   */
  public record PriorDraft(
      @Nullable String course, @Nullable Boolean everyEdition, Circle.@Nullable Proof proof) {}

  /** The field that refusals name. */
  static final String FIELD = "circle";

  /** The draft that would give this circle. */
  public static CircleDraft of(Circle circle) {
    Circle.Prior prior = circle.prior();
    return new CircleDraft(
        circle.boards(),
        circle.schools().stream().map(Circle.School::code).toList(),
        circle.themes(),
        prior == null
            ? null
            : new PriorDraft(
                OwnedId.parse(prior.course()).value(), prior.everyEdition(), prior.proof()));
  }

  /** What is wrong with it at first sight. */
  List<Refusal> check() {
    List<Refusal> wrong = new ArrayList<>();
    if (wantedBoards().size() > Circle.MOST_BOARDS) {
      wrong.add(Refusal.invalid("too-many", FIELD, Circle.MOST_BOARDS));
    }
    if (wantedSchools().size() > Circle.MOST_SCHOOLS) {
      wrong.add(Refusal.invalid("too-many", FIELD, Circle.MOST_SCHOOLS));
    }
    if (!Theme.keys().containsAll(wantedThemes())) {
      wrong.add(Refusal.invalid("unknown-theme", FIELD));
    }
    return wrong;
  }

  List<String> wantedBoards() {
    return distinct(boards);
  }

  List<String> wantedSchools() {
    return distinct(schools);
  }

  List<String> wantedThemes() {
    return distinct(themes);
  }

  private static List<String> distinct(@Nullable List<String> given) {
    return given == null
        ? List.of()
        : given.stream().filter(Objects::nonNull).map(String::strip).distinct().toList();
  }
}
