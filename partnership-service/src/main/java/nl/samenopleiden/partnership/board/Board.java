package nl.samenopleiden.partnership.board;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.partnership.board.BoardFact.BoardOnboarded;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Refusal;

/**
 * A school board of the country, known by its number. The register knows it by its schools;
 * onboarded, it is a tenant of the platform.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Board.Registered.class, name = "registered"),
  @JsonSubTypes.Type(value = Board.Onboarded.class, name = "onboarded")
})
public sealed interface Board {

  /** The longest name. */
  int LONGEST_NAME = 120;

  /** The number that the ministry gave it. */
  String number();

  /** What it is called. */
  String name();

  /** What the register says of it. */
  Extent extent();

  /**
   * How far a board reaches.
   *
   * @param schools how many open locations it has
   * @param places where most of them are, the most first; at most five
   */
  record Extent(int schools, List<String> places) {
    public Extent {
      places = List.copyOf(places);
    }

    /** Nothing is known of it. */
    public static final Extent NONE = new Extent(0, List.of());
  }

  /** In the register, and no tenant. */
  record Registered(String number, String name, Extent extent) implements Board {

    Decision<Board> onboarded(String chosen, Instant now) {
      return Decision.accept(
          new Onboarded(number, chosen, extent, now), new BoardOnboarded(number, chosen));
    }
  }

  /** A tenant of the platform since then. */
  record Onboarded(String number, String name, Extent extent, Instant since) implements Board {}

  /** Whether it is a tenant. */
  @JsonIgnore
  default boolean isOnboarded() {
    return this instanceof Onboarded;
  }

  /** The register has a board with this number; its file names it or, as DUO's, does not. */
  static Decision<Board> register(Optional<Board> now, String number, String name) {
    String called = name.isEmpty() ? "Bestuur " + number : name;
    if (now.isEmpty()) {
      return Decision.accept(new Registered(number, called, Extent.NONE));
    }
    return switch (now.get()) {
      case Registered known when !name.isEmpty() && !known.name().equals(name) ->
          Decision.accept(new Registered(number, name, known.extent()));
      case Registered _, Onboarded _ -> Decision.unchanged();
    };
  }

  /** The register was counted. */
  static Decision<Board> count(Optional<Board> now, Extent extent) {
    if (now.isEmpty()) {
      return Decision.refuse(Refusal.NOT_FOUND);
    }
    if (now.get().extent().equals(extent)) {
      return Decision.unchanged();
    }
    return switch (now.get()) {
      case Registered(String number, String name, Extent _) ->
          Decision.accept(new Registered(number, name, extent));
      case Onboarded(String number, String name, Extent _, Instant since) ->
          Decision.accept(new Onboarded(number, name, extent, since));
    };
  }

  /** An operator chooses it as a tenant, under this name. */
  static Decision<Board> onboard(Optional<Board> now, String name, Instant at) {
    String chosen = name.strip();
    if (chosen.isEmpty() || chosen.length() > LONGEST_NAME) {
      return Decision.refuse(Refusal.invalid("board-name-needed", "name", LONGEST_NAME));
    }
    if (now.isEmpty()) {
      return Decision.refuse(Refusal.NOT_FOUND);
    }
    return switch (now.get()) {
      case Registered registered -> registered.onboarded(chosen, at);
      case Onboarded tenant when tenant.name().equals(chosen) -> Decision.unchanged();
      case Onboarded tenant ->
          Decision.refuse(Refusal.conflict("board-already-onboarded", tenant.name()));
    };
  }
}
