package nl.samenopleiden.professionalisation.meeting;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.meeting.Participant.Who;
import org.springframework.stereotype.Component;

/** Joining a meeting that one may see, and leaving it. */
@Component
final class Joining {

  /**
   * Taking part.
   *
   * @param fresh whether that is new
   */
  record Joined(Stored<Meeting> meeting, Participant participant, boolean fresh) {}

  private final Meetings meetings;
  private final Clock clock;

  Joining(Meetings meetings, Clock clock) {
    this.meetings = meetings;
    this.clock = clock;
  }

  /** Whether people with the caller's roles are among those that meetings are for. */
  static boolean mayJoin(Caller caller) {
    return caller.is(roles());
  }

  /** Lets the caller take part; once, however often it is asked. */
  Outcome<Joined> join(Access access, String id, JoinDraft draft, Locale language) {
    Caller caller = access.caller();
    Who who =
        new Who(
            caller.person(),
            caller.name(),
            caller.email(),
            language.getLanguage().equals("en") ? "en" : "nl",
            caller.home().toString(),
            role(caller),
            caller.school());
    boolean already =
        meetings
            .find(access, id)
            .flatMap(each -> each.state().participant(who.person()))
            .isPresent();
    return change(access, id, meeting -> meeting.join(id, who, draft, clock.instant()))
        .map(
            stored ->
                new Joined(
                    stored, stored.state().participant(who.person()).orElseThrow(), !already));
  }

  /** Lets the caller not take part after all; the seat is free again. */
  Outcome<Stored<Meeting>> leave(Access access, String id) {
    return change(
        access, id, meeting -> meeting.leave(id, access.caller().person(), clock.instant()));
  }

  /** Notes whether the caller agrees to be named in proposals for going on together. */
  Outcome<Stored<Meeting>> agree(Access access, String id, boolean shown) {
    return change(access, id, meeting -> meeting.agree(access.caller().person(), shown));
  }

  private Outcome<Stored<Meeting>> change(
      Access access, String id, Function<Meeting.Planned, Decision<Meeting>> decide) {
    Optional<Stored<Meeting>> found = meetings.find(access, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.NOT_FOUND);
    }
    return meetings.change(
        access,
        found.get().id(),
        before ->
            switch (before.orElse(null)) {
              case null -> Decision.refuse(Refusal.NOT_FOUND);
              case Meeting.Cancelled _ -> Decision.refuse(Refusal.conflict("meeting-cancelled"));
              case Meeting.Planned planned -> decide.apply(planned);
            });
  }

  /** In which of these roles the caller takes part: the first that the caller has. */
  private static String role(Caller caller) {
    return Arrays.stream(roles()).filter(caller::is).findFirst().map(Role::text).orElse("");
  }

  private static Role[] roles() {
    return Objects.requireNonNull(JoiningPages.class.getAnnotation(Allowed.class)).value();
  }
}
