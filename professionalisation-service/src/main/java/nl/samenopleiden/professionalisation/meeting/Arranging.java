package nl.samenopleiden.professionalisation.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import org.springframework.stereotype.Component;

/** What a pabo's own people do with its theme meetings. */
@Component
final class Arranging {

  /** How planning ended. */
  sealed interface Result {
    record Done(Stored<Meeting> meeting) implements Result {}

    record Refused(List<Refusal> reasons) implements Result {}
  }

  private final Meetings meetings;
  private final Clock clock;

  Arranging(Meetings meetings, Clock clock) {
    this.meetings = meetings;
    this.clock = clock;
  }

  /** Plans a meeting of the caller's pabo; doing so again under the same id changes nothing. */
  Result plan(Access access, String id, PlanDraft draft) {
    return switch (Meeting.propose(id, draft, clock.instant())) {
      case Meeting.Proposal.Refused(var reasons) -> new Result.Refused(reasons);
      case Meeting.Proposal.Accepted(var planned, var fact) -> {
        Outcome<Stored<Meeting>> outcome =
            meetings.change(
                access,
                new OwnedId(access.home(), id),
                before ->
                    before.isPresent() ? Decision.unchanged() : Decision.accept(planned, fact));
        yield switch (outcome) {
          case Outcome.Done<Stored<Meeting>>(var stored) -> new Result.Done(stored);
          case Outcome.Refused<Stored<Meeting>>(var refusal) ->
              new Result.Refused(List.of(refusal));
        };
      }
    };
  }

  /** Changes what a meeting of the caller's pabo will be; everybody who joined gets a mail. */
  Outcome<Stored<Meeting>> change(Access access, String id, PlanDraft draft) {
    return change(access, id, (meeting, now) -> meeting.change(id, draft, now));
  }

  /** Cancels a meeting of the caller's pabo; everybody who joined gets a mail. */
  Outcome<Stored<Meeting>> cancel(Access access, String id) {
    return change(access, id, (meeting, now) -> meeting.cancel(id, now));
  }

  /** Publishes something to read back after a meeting of the caller's pabo. */
  Outcome<Stored<Meeting>> publish(Access access, String id, Material.Draft draft) {
    return change(access, id, (meeting, now) -> meeting.publish(draft, now));
  }

  /** Takes something to read back away again. */
  Outcome<Stored<Meeting>> withdraw(Access access, String id, int material) {
    return change(access, id, (meeting, _) -> meeting.withdraw(material));
  }

  private Outcome<Stored<Meeting>> change(
      Access access, String id, BiFunction<Meeting.Planned, Instant, Decision<Meeting>> decide) {
    return meetings.change(
        access,
        new OwnedId(access.home(), id),
        before ->
            switch (before.orElse(null)) {
              case null -> Decision.refuse(Refusal.NOT_FOUND);
              case Meeting.Cancelled _ -> Decision.refuse(Refusal.conflict("meeting-cancelled"));
              case Meeting.Planned planned -> decide.apply(planned, clock.instant());
            });
  }
}
