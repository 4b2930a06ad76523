package nl.samenopleiden.events.evening;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/** An inspiration evening, a lecture or a master class, from the moment that it is announced. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Evening.Announced.class, name = "ANNOUNCED"),
  @JsonSubTypes.Type(value = Evening.Cancelled.class, name = "CANCELLED")
})
public sealed interface Evening {

  /** What it is, when and where. */
  Details details();

  /** Whom it concerns. */
  Audience audience();

  /** How far they have been told. */
  Telling telling();

  /** It takes place, and people can say whether they come. */
  record Announced(Details details, Audience audience, Telling telling) implements Evening {

    /** Calls it off: all who were invited are told. */
    Decision<Evening> cancel(String id, Instant now) {
      if (details.hasStarted(now)) {
        return Decision.refuse(Refusal.conflict("evening-started"));
      }
      return Decision.accept(
          new Cancelled(
              details, audience, Telling.of(telling.organisations(), telling.told()), now),
          new EveningCancelled(id));
    }
  }

  /** It does not take place. */
  record Cancelled(Details details, Audience audience, Telling telling, Instant cancelledAt)
      implements Evening {}

  /** It was announced. */
  record EveningAnnounced(
      String id,
      String title,
      String summary,
      List<String> themes,
      String place,
      Instant startsAt,
      int minutes,
      int capacity) {

    static EveningAnnounced of(OwnedId id, Details details) {
      return new EveningAnnounced(
          id.value(),
          details.title(),
          details.summary(),
          details.themes(),
          details.place(),
          details.startsAt(),
          details.minutes(),
          details.capacity());
    }
  }

  /** It was called off. */
  record EveningCancelled(String id) {}

  /** Calls it off, if it is there. */
  static Decision<Evening> cancel(Optional<Evening> evening, String id, Instant now) {
    return switch (evening.orElse(null)) {
      case null -> Decision.refuse(Refusal.NOT_FOUND);
      case Announced announced -> announced.cancel(id, now);
      case Cancelled _ -> Decision.unchanged();
    };
  }

  /** Notes that these people were told; does nothing when somebody else noted it meanwhile. */
  static Decision<Evening> told(
      Optional<Evening> evening, Telling before, int more, @Nullable String last) {
    Evening now = evening.orElseThrow();
    if (!Objects.equals(now.telling(), before)) {
      return Decision.unchanged();
    }
    Telling after = last == null ? before.done() : before.on(more, last);
    return Decision.accept(
        switch (now) {
          case Announced(var details, var audience, _) -> new Announced(details, audience, after);
          case Cancelled(var details, var audience, _, var at) ->
              new Cancelled(details, audience, after, at);
        });
  }
}
