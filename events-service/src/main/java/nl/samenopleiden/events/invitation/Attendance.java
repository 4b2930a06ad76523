package nl.samenopleiden.events.invitation;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.samenopleiden.events.invitation.Invitation.Answer;
import nl.samenopleiden.events.people.Organisations;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who comes to an evening: for its organiser only, and only of organisations that it works with.
 */
@Component
public class Attendance {

  /**
   * Somebody who is invited.
   *
   * @param school the name of the school that this person works at; empty when at none
   */
  record Invitee(String name, String organisation, String school, String answer) {}

  private final Invitations invitations;
  private final Organisations organisations;

  Attendance(Invitations invitations, Organisations organisations) {
    this.invitations = invitations;
    this.organisations = organisations;
  }

  /** How many come to an evening of the caller's organisation. */
  public long coming(Access access, OwnedId evening) {
    return invitations.counts(access.withPartners(), evening, Answer.YES).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** How many are invited to an evening of the caller's organisation, and what they say. */
  Tally tally(Access access, OwnedId evening) {
    Scope scope = access.withPartners();
    return Tally.of(
        invitations.counts(scope, evening, null),
        invitations.counts(scope, evening, Answer.YES),
        invitations.counts(scope, evening, Answer.NO),
        organisations.namesOf(scope));
  }

  /** One page of those who are invited to an evening of the caller's organisation, by name. */
  Page<Invitee> invitees(
      Access access, OwnedId evening, @Nullable Answer answer, String words, PageRequest page) {
    Scope scope = access.withPartners();
    Map<Owner, String> names = organisations.namesOf(scope);
    Map<String, String> schools =
        organisations.schoolsOf(scope).stream()
            .collect(
                Collectors.toMap(
                    Organisations.School::code, Organisations.School::name, (one, _) -> one));
    return invitations
        .to(scope, evening, answer, words, page)
        .map(
            stored -> {
              String school = stored.state().school();
              return new Invitee(
                  stored.state().name(),
                  names.getOrDefault(stored.id().owner(), stored.id().owner().code()),
                  school == null ? "" : schools.getOrDefault(school, school),
                  stored.state().answer().name());
            });
  }

  /** The answer of this name; null for any other text, which asks for all. */
  static @Nullable Answer answer(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (text.strip().toUpperCase(Locale.ROOT)) {
      case "YES" -> Answer.YES;
      case "NO" -> Answer.NO;
      case "NONE" -> Answer.NONE;
      default -> null;
    };
  }
}
