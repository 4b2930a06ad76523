package nl.samenopleiden.professionalisation.meeting;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who comes to a meeting and what they asked, for whom it is to see. */
@Component
final class Attendance {

  /** Somebody who takes part, for the pabo's planners. */
  record Coming(long number, String name, String role, String organisation) {}

  /**
   * A question, in the order of its words, so that its place tells nothing of who asked.
   *
   * @param name who asked, for the pabo's planners; absent for everybody else
   * @param organisation where that person comes from, for the same
   */
  record Asked(
      String text, @Nullable String theme, @Nullable String name, @Nullable String organisation) {}

  private final Organisations organisations;

  Attendance(Organisations organisations) {
    this.organisations = organisations;
  }

  /** Who takes part, in the order of joining. */
  Page<Coming> participants(Stored<Meeting> meeting, String words, PageRequest page) {
    List<Coming> all =
        meeting.state().participants().stream()
            .map(
                each ->
                    new Coming(
                        each.number(),
                        each.who().name(),
                        each.who().role(),
                        organisations.name(each.who().of())))
            .toList();
    return Listing.page(all, each -> each.name() + " " + each.organisation(), words, page);
  }

  /** The questions; nothing for who neither takes part nor plans. */
  Optional<Page<Asked>> questions(
      Access access, Stored<Meeting> meeting, String words, PageRequest page) {
    boolean plans = MeetingCards.manages(access, meeting);
    if (!plans && meeting.state().participant(access.caller().person()).isEmpty()) {
      return Optional.empty();
    }
    List<Asked> all =
        meeting.state().participants().stream()
            .flatMap(each -> asked(each, plans))
            .sorted(Comparator.comparing(Asked::text))
            .toList();
    return Optional.of(
        Listing.page(
            all,
            each -> each.text() + (each.name() == null ? "" : " " + each.name()),
            words,
            page));
  }

  private Stream<Asked> asked(Participant participant, boolean named) {
    Question question = participant.question();
    return question == null
        ? Stream.empty()
        : Stream.of(
            new Asked(
                question.text(),
                question.theme(),
                named ? participant.who().name() : null,
                named ? organisations.name(participant.who().of()) : null));
  }
}
