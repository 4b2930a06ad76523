package nl.samenopleiden.professionalisation.course;

import java.util.List;
import nl.samenopleiden.platform.web.FormFields;
import nl.samenopleiden.professionalisation.course.CircleDraft.PriorDraft;
import org.jspecify.annotations.Nullable;

/**
 * The part of a form that says whom something is for, as it was typed.
 *
 * @param boards the numbers of those that were chosen
 * @param schools the location codes of those that were chosen
 * @param themes the keys of those that were chosen
 * @param prior the id of the earlier course; empty when none
 * @param oneEdition {@code true} when only that edition will do
 * @param proof {@code SEAT} or {@code ATTENDED}
 * @param place what boards and schools are looked for by
 * @param earlier what earlier courses are looked for by
 */
public record CircleForm(
    List<String> boards,
    List<String> schools,
    List<String> themes,
    String prior,
    String oneEdition,
    String proof,
    String place,
    String earlier) {

  /** The form as it was sent; what was not sent is empty. */
  public CircleForm(
      @Nullable List<String> boards,
      @Nullable List<String> schools,
      @Nullable List<String> themes,
      @Nullable String prior,
      @Nullable String oneEdition,
      @Nullable String proof,
      @Nullable String place,
      @Nullable String earlier) {
    this.boards = boards == null ? List.of() : List.copyOf(boards);
    this.schools = schools == null ? List.of() : List.copyOf(schools);
    this.themes = themes == null ? List.of() : List.copyOf(themes);
    this.prior = FormFields.text(prior);
    this.oneEdition = FormFields.text(oneEdition);
    this.proof =
        Circle.Proof.SEAT.name().equals(proof)
            ? Circle.Proof.SEAT.name()
            : Circle.Proof.ATTENDED.name();
    this.place = FormFields.text(place);
    this.earlier = FormFields.text(earlier);
  }

  /** Nothing was typed. */
  public static CircleForm empty() {
    return new CircleForm(null, null, null, null, null, null, null, null);
  }

  /** The form that leads to this circle. */
  static CircleForm of(Circle circle) {
    CircleDraft draft = CircleDraft.of(circle);
    PriorDraft prior = draft.prior();
    return new CircleForm(
        draft.boards(),
        draft.schools(),
        draft.themes(),
        prior == null ? null : prior.course(),
        prior != null && Boolean.FALSE.equals(prior.everyEdition()) ? "true" : null,
        prior == null ? null : String.valueOf(prior.proof()),
        null,
        null);
  }

  /** Whether anything was chosen or looked for. */
  public boolean used() {
    return !(boards.isEmpty()
        && schools.isEmpty()
        && themes.isEmpty()
        && prior.isEmpty()
        && place.isEmpty()
        && earlier.isEmpty());
  }

  /** What is wanted by it. */
  public CircleDraft draft() {
    return new CircleDraft(
        boards,
        schools,
        themes,
        prior.isEmpty()
            ? null
            : new PriorDraft(prior, !oneEdition.equals("true"), Circle.Proof.valueOf(proof)));
  }
}
