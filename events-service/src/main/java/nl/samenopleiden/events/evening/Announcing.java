package nl.samenopleiden.events.evening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.web.Refusal;

/** Decides whether an evening can be announced. */
final class Announcing {

  /**
   * Whom the organiser can reach.
   *
   * @param partners the organisations that the organiser's own works with
   * @param boards the numbers of those of them that are boards, with the organiser's own
   * @param schools the location codes of those boards' schools
   */
  record Reach(Set<Owner> partners, Set<String> boards, Set<String> schools) {}

  private Announcing() {}

  /** Everything that is wrong, field by field; empty when it can be announced. */
  static List<Refusal> faults(Draft draft, Reach reach, Instant now) {
    List<Refusal> faults = new ArrayList<>(draft.faults(now));
    faults.addAll(draft.audience().faults(reach.boards(), reach.schools()));
    return faults;
  }

  /**
   * Announces.
   *
   * @param before the evening if it has been announced before: pressing twice is announcing once
   * @param people how many people the audience reaches
   */
  static Decision<Evening> decide(
      Optional<Evening> before, Draft draft, Reach reach, long people, OwnedId id, Instant now) {
    if (before.isPresent()) {
      return Decision.unchanged();
    }
    List<Refusal> faults = faults(draft, reach, now);
    if (!faults.isEmpty()) {
      return Decision.refuse(faults.getFirst());
    }
    if (people == 0) {
      return Decision.refuse(Refusal.invalid("audience-reaches-nobody", "audience"));
    }
    Details details = draft.details();
    List<String> organisations =
        draft.audience().organisations(id.owner(), reach.partners()).stream()
            .map(Owner::toString)
            .toList();
    return Decision.accept(
        new Evening.Announced(
            details, draft.audience(), Telling.of(organisations, Math.toIntExact(people))),
        Evening.EveningAnnounced.of(id, details));
  }
}
