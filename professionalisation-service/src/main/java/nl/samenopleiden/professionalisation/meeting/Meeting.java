package nl.samenopleiden.professionalisation.meeting;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.meeting.Participant.Who;
import org.jspecify.annotations.Nullable;

/** A theme meeting of a pabo with who takes part in it: one that is held, or one that is off. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Meeting.Planned.class, name = "planned"),
  @JsonSubTypes.Type(value = Meeting.Cancelled.class, name = "cancelled")
})
public sealed interface Meeting {

  /** Why somebody who does not take part cannot do this. */
  Refusal NOT_JOINED = Refusal.conflict("meeting-not-joined");

  /** What it will be, or would have been. */
  Plan plan();

  /** Who takes part, or would have, in the order of joining. */
  List<Participant> participants();

  /**
   * Who joined and left again. They are kept for the mail that takes the entry out of their
   * calendars, and seen by nobody.
   */
  List<Participant> leavers();

  /** Whether it is not held. */
  default boolean isCancelled() {
    return this instanceof Cancelled;
  }

  /** Whether it has begun by this time. */
  default boolean hasBegun(Instant now) {
    return !now.isBefore(plan().startsAt());
  }

  /** Whether it is over by this time. */
  default boolean isOver(Instant now) {
    return !now.isBefore(plan().endsAt());
  }

  /** How many can still join. */
  default int free() {
    return Math.max(0, plan().seats() - participants().size());
  }

  /** This person's taking part, if the person does. */
  default Optional<Participant> participant(String person) {
    return participants().stream().filter(each -> each.is(person)).findFirst();
  }

  /** Who has this number, also somebody who left. */
  default Optional<Participant> numbered(long number) {
    return Stream.concat(participants().stream(), leavers().stream())
        .filter(each -> each.number() == number)
        .findFirst();
  }

  /** What can be read back; nothing of a meeting that was not held. */
  default List<Material> published() {
    return this instanceof Planned planned ? planned.materials() : List.of();
  }

  /** Why nobody new can join now, if that is so. */
  default Optional<Refusal> closedAt(Instant now) {
    if (isCancelled()) {
      return Optional.of(Refusal.conflict("meeting-cancelled"));
    }
    if (hasBegun(now)) {
      return Optional.of(Refusal.conflict("meeting-has-begun"));
    }
    if (!now.isBefore(plan().closesAt())) {
      return Optional.of(Refusal.conflict("meeting-joining-closed"));
    }
    return free() == 0 ? Optional.of(Refusal.conflict("meeting-full")) : Optional.empty();
  }

  /**
   * It is held.
   *
   * @param last the last number that a participant got
   */
  record Planned(
      Plan plan,
      List<Participant> participants,
      List<Participant> leavers,
      long last,
      List<Material> materials)
      implements Meeting {

    public Planned {
      participants = List.copyOf(participants);
      leavers = List.copyOf(leavers);
      materials = List.copyOf(materials);
    }

    /** Takes part, or changes what was sent along. */
    Decision<Meeting> join(String id, Who who, JoinDraft draft, Instant now) {
      Optional<Refusal> wrong = draft.check();
      if (wrong.isPresent()) {
        return Decision.refuse(wrong.get());
      }
      Optional<Participant> already = participant(who.person());
      if (already.isPresent()) {
        return change(already.get(), draft.asked(), draft.agrees(), now);
      }
      Optional<Refusal> closed = closedAt(now);
      if (closed.isPresent()) {
        return Decision.refuse(closed.get());
      }
      Participant joined = new Participant(last + 1, who, draft.asked(), draft.agrees());
      return Decision.accept(
          new Planned(
              plan,
              with(participants, joined),
              without(leavers, who.person()),
              joined.number(),
              materials),
          MeetingFacts.joined(id, plan, joined));
    }

    private Decision<Meeting> change(
        Participant before, @Nullable Question asked, boolean agreed, Instant now) {
      if (Objects.equals(before.question(), asked) && before.shown() == agreed) {
        return Decision.unchanged();
      }
      if (hasBegun(now)) {
        return Decision.refuse(Refusal.conflict("meeting-has-begun"));
      }
      return Decision.accept(replaced(before, before.with(asked, agreed)));
    }

    /** Does not take part after all. */
    Decision<Meeting> leave(String id, String person, Instant now) {
      Optional<Participant> before = participant(person);
      if (before.isEmpty()) {
        return Decision.refuse(NOT_JOINED);
      }
      if (hasBegun(now)) {
        return Decision.refuse(Refusal.conflict("meeting-has-begun"));
      }
      // What was asked goes with who asked it.
      Participant left = before.get().with(null, false);
      return Decision.accept(
          new Planned(plan, without(participants, person), with(leavers, left), last, materials),
          MeetingFacts.left(id, plan, left));
    }

    /** Agrees to be named to others who agreed, or no longer; at any time. */
    Decision<Meeting> agree(String person, boolean shown) {
      return participant(person)
          .map(
              before ->
                  before.shown() == shown
                      ? Decision.<Meeting>unchanged()
                      : Decision.<Meeting>accept(
                          replaced(before, before.with(before.question(), shown))))
          .orElseGet(() -> Decision.refuse(NOT_JOINED));
    }

    /** Makes it another one, with the same people; everybody who joined is told. */
    Decision<Meeting> change(String id, PlanDraft draft, Instant now) {
      if (hasBegun(now)) {
        return Decision.refuse(Refusal.conflict("meeting-has-begun"));
      }
      List<Refusal> wrong = draft.check(now, plan);
      if (!wrong.isEmpty()) {
        return Decision.refuse(wrong.getFirst());
      }
      Plan changed = draft.plan();
      if (changed.equals(plan)) {
        return Decision.unchanged();
      }
      return changed.seats() < participants.size()
          ? Decision.refuse(Refusal.invalid("meeting-seats-taken", "seats", participants.size()))
          : Decision.accept(
              new Planned(changed, participants, leavers, last, materials),
              MeetingFacts.changed(id, changed));
    }

    /** Takes it back; everybody who joined is told. */
    Decision<Meeting> cancel(String id, Instant now) {
      return hasBegun(now)
          ? Decision.refuse(Refusal.conflict("meeting-has-begun"))
          : Decision.accept(
              new Cancelled(plan, participants, leavers),
              new MeetingFacts.MeetingCancelled(id, plan.title()));
    }

    /** Gives who took part something to read back. */
    Decision<Meeting> publish(Material.Draft draft, Instant now) {
      List<Refusal> wrong = draft.check();
      if (!wrong.isEmpty()) {
        return Decision.refuse(wrong.getFirst());
      }
      String title = String.valueOf(draft.title()).strip();
      String link = String.valueOf(draft.link()).strip();
      if (!hasBegun(now)) {
        return Decision.refuse(Refusal.conflict("meeting-not-begun"));
      }
      if (materials.stream().anyMatch(each -> each.link().equals(link))) {
        return Decision.unchanged();
      }
      if (materials.size() >= Material.MOST) {
        return Decision.refuse(Refusal.conflict("meeting-materials-full", Material.MOST));
      }
      int number = materials.stream().mapToInt(Material::number).max().orElse(0) + 1;
      return Decision.accept(withMaterials(with(materials, new Material(number, title, link))));
    }

    /** Takes something to read back away; that it was not there is fine. */
    Decision<Meeting> withdraw(int material) {
      List<Material> rest = materials.stream().filter(each -> each.number() != material).toList();
      return rest.size() == materials.size()
          ? Decision.unchanged()
          : Decision.accept(withMaterials(rest));
    }

    private Planned replaced(Participant before, Participant after) {
      UnaryOperator<Participant> replace = each -> each.equals(before) ? after : each;
      return new Planned(
          plan, participants.stream().map(replace).toList(), leavers, last, materials);
    }

    private Planned withMaterials(List<Material> changed) {
      return new Planned(plan, participants, leavers, last, changed);
    }

    private static <T> List<T> with(List<T> before, T added) {
      List<T> after = new ArrayList<>(before);
      after.add(added);
      return after;
    }

    private static List<Participant> without(List<Participant> before, String person) {
      return before.stream().filter(each -> !each.is(person)).toList();
    }
  }

  /** It is off. */
  record Cancelled(Plan plan, List<Participant> participants, List<Participant> leavers)
      implements Meeting {

    public Cancelled {
      participants = List.copyOf(participants);
      leavers = List.copyOf(leavers);
    }
  }

  /** Plans a meeting, or says what is wrong with the draft: one refusal for each field. */
  static Proposal propose(String id, PlanDraft draft, Instant now) {
    List<Refusal> wrong = draft.check(now);
    if (!wrong.isEmpty()) {
      return new Proposal.Refused(wrong);
    }
    Planned meeting = new Planned(draft.plan(), List.of(), List.of(), 0, List.of());
    return new Proposal.Accepted(meeting, MeetingFacts.planned(id, meeting.plan()));
  }

  /** How planning ended. */
  sealed interface Proposal {

    /** It can be held. */
    record Accepted(Planned meeting, MeetingFacts.MeetingPlanned fact) implements Proposal {}

    /** It cannot, for these reasons. */
    record Refused(List<Refusal> reasons) implements Proposal {}
  }
}
