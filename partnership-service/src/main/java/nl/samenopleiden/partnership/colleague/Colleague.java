package nl.samenopleiden.partnership.colleague;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.samenopleiden.partnership.colleague.ColleagueFact.ColleagueChanged;
import nl.samenopleiden.partnership.colleague.ColleagueFact.ColleagueJoined;
import nl.samenopleiden.partnership.colleague.ColleagueFact.ColleagueLeft;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Refusal;

/** Somebody who works at a board or one of its schools, named by the mail address. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Colleague.Working.class, name = "working"),
  @JsonSubTypes.Type(value = Colleague.Gone.class, name = "gone")
})
public sealed interface Colleague {

  /**
   * Who it is.
   *
   * @param email in small letters
   * @param school the location code; empty for who works at no one school
   * @param roles as in tokens, in a fixed order
   * @param themes by their keys, in a fixed order
   */
  record Details(
      String name, String email, String school, List<String> roles, List<String> themes) {
    public Details {
      roles = List.copyOf(roles);
      themes = List.copyOf(themes);
    }
  }

  /** Works here. */
  record Working(Details details) implements Colleague {}

  /** Worked here; who it was is forgotten. */
  record Gone() implements Colleague {}

  /** The id of whoever has this mail address. */
  static String idOf(String email) {
    return UUID.nameUUIDFromBytes(
            email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  /** The board says this of a colleague. */
  static Decision<Colleague> list(Optional<Colleague> now, Details said) {
    String id = idOf(said.email());
    if (now.isPresent() && now.get() instanceof Working(Details known)) {
      return known.equals(said)
          ? Decision.unchanged()
          : Decision.accept(
              new Working(said),
              new ColleagueChanged(
                  id, said.name(), said.email(), said.school(), said.roles(), said.themes()));
    }
    return Decision.accept(
        new Working(said),
        new ColleagueJoined(
            id, said.name(), said.email(), said.school(), said.roles(), said.themes()));
  }

  /** The colleague no longer works here. */
  static Decision<Colleague> leave(Optional<Colleague> now) {
    if (now.isEmpty()) {
      return Decision.refuse(Refusal.NOT_FOUND);
    }
    return switch (now.get()) {
      case Working(Details details) ->
          Decision.accept(new Gone(), new ColleagueLeft(idOf(details.email())));
      case Gone _ -> Decision.unchanged();
    };
  }
}
