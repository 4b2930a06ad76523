package nl.samenopleiden.events.invitation;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenopleiden.events.evening.Details;
import nl.samenopleiden.events.evening.Evenings;
import nl.samenopleiden.events.people.Person;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.store.Documents;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.Refusal;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The invitations. */
@Component
public class Invitations {

  static final String BY_ITSELF = "samen";

  private final AggregateStore<Invitation> invitations;

  Invitations(Aggregates aggregates) {
    invitations = aggregates.of("invitation", Invitation.class, Invitation::name);
    invitations.collection().index(false, "state.evening");
    invitations.collection().index(false, "state.who");
  }

  /** The caller's own invitation to an evening. */
  public Optional<Stored<Invitation>> mine(Access access, String evening) {
    return mineId(access, evening).flatMap(this::find);
  }

  /** The caller's own invitations, the evening that starts last first. */
  public Page<Stored<Invitation>> mine(Access access, PageRequest page) {
    return whoIs(access)
        .map(
            who ->
                invitations.page(
                    access.own(),
                    Filters.eq("state.who", who),
                    "",
                    Sorts.descending("state.startsAt"),
                    page))
        .orElse(new Page<>(List.of(), page.number(), page.size(), 0));
  }

  /** The caller's own invitations to evenings still to come, the first one first; at most 50. */
  public List<Stored<Invitation>> mineToCome(Access access, Instant now) {
    return whoIs(access)
        .map(
            who ->
                invitations.list(
                    access.own(),
                    Filters.and(
                        Filters.eq("state.who", who),
                        Filters.gt("state.startsAt", now),
                        Filters.eq("state.calledOff", false)),
                    Sorts.ascending("state.startsAt"),
                    50))
        .orElse(List.of());
  }

  Optional<OwnedId> mineId(Access access, String evening) {
    return Evenings.isId(evening)
        ? whoIs(access).map(who -> Invitation.idOf(access.home(), evening, who))
        : Optional.empty();
  }

  Optional<Stored<Invitation>> find(OwnedId id) {
    return invitations.find(Scope.of(id.owner()), id);
  }

  /** Those of these that exist, in no order. */
  Map<OwnedId, Invitation> findAll(Scope scope, List<OwnedId> ids) {
    return invitations.collection().findAll(scope, ids).stream()
        .collect(
            Collectors.toMap(
                each -> OwnedId.parse(each.getString("_id").getValue()),
                each -> Documents.fromBson(each.getDocument("state"), Invitation.class)));
  }

  Outcome<Stored<Invitation>> change(
      String by, OwnedId id, Function<Invitation, Decision<Invitation>> decide) {
    return invitations.change(
        by, id, before -> before.map(decide).orElseGet(() -> Decision.refuse(Refusal.NOT_FOUND)));
  }

  /** Invites these people together; those who were invited before stay as they are. */
  void inviteAll(OwnedId evening, Details details, List<Person> people) {
    List<AggregateStore.Command<Invitation>> commands =
        people.stream()
            .map(
                person ->
                    new AggregateStore.Command<Invitation>(
                        Invitation.idOf(
                            Owner.parse(person.organisation()), evening.value(), person.key()),
                        before -> Invitation.invite(before, evening, details, person)))
            .toList();
    carryOut(commands);
  }

  /** Tells these that their evening was called off. */
  void callOffAll(List<OwnedId> ids) {
    carryOut(
        ids.stream()
            .map(
                id ->
                    new AggregateStore.Command<Invitation>(
                        id, before -> before.orElseThrow().callOff()))
            .toList());
  }

  /** At most so many of an evening that have not been called off. */
  List<OwnedId> notCalledOff(Scope scope, OwnedId evening, int limit) {
    return invitations
        .list(scope, Filters.and(of(evening), Filters.eq("state.calledOff", false)), null, limit)
        .stream()
        .map(Stored::id)
        .toList();
  }

  /** One page of those who are invited to an evening, by name. */
  Page<Stored<Invitation>> to(
      Scope scope,
      OwnedId evening,
      Invitation.@Nullable Answer answer,
      String words,
      PageRequest page) {
    Bson filter =
        answer == null
            ? of(evening)
            : Filters.and(of(evening), Filters.eq("state.answer", answer.name()));
    return invitations.page(scope, filter, words, Sorts.ascending("state.name"), page);
  }

  /** How many are invited to an evening, or gave this answer, for each organisation. */
  Map<String, Long> counts(Scope scope, OwnedId evening, Invitation.@Nullable Answer answer) {
    Bson filter =
        answer == null
            ? of(evening)
            : Filters.and(of(evening), Filters.eq("state.answer", answer.name()));
    return invitations.collection().countBy(scope, filter, "owner");
  }

  private void carryOut(List<AggregateStore.Command<Invitation>> commands) {
    if (!commands.isEmpty()) {
      Scope scope =
          new Scope(commands.stream().map(each -> each.id().owner()).collect(Collectors.toSet()));
      invitations.changeAll(BY_ITSELF, scope, commands);
    }
  }

  private static Optional<String> whoIs(Access access) {
    String email = access.caller().email();
    return email.isBlank() ? Optional.empty() : Optional.of(Person.keyOf(email));
  }

  private static Bson of(OwnedId evening) {
    return Filters.eq("state.evening", evening.toString());
  }
}
