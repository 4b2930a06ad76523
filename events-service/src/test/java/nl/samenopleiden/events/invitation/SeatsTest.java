package nl.samenopleiden.events.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.samenopleiden.events.invitation.Invitation.Answer;
import nl.samenopleiden.platform.store.Decision;

/**
 * Answering by any number of people at once, each in the single reads and writes that it consists
 * of, in any order, any of them stopping for ever at any point.
 */
class SeatsTest {

  private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
  private static final int PEOPLE = 4;

  /** Somebody who answers. */
  record Attempt(int person, Answer wanted) {}

  @Property(tries = 5_000)
  void nobodyIsPromisedASeatThatIsNotThere(
      @ForAll("attempts") List<Attempt> attempts,
      @ForAll("turns") List<Integer> schedule,
      @ForAll @IntRange(min = 1, max = 3) int capacity) {
    World world = new World(capacity);
    List<Running> running = new ArrayList<>(attempts.stream().map(world::start).toList());
    running.add(world.settling());
    for (int next : schedule) {
      running.get(next % running.size()).step();
      world.check();
    }
    // Everybody falls over where he is; then what is left is put right.
    for (int i = 0; i < 5; i++) {
      Running settling = world.settling();
      while (settling.step()) {
        world.check();
      }
    }
    world.answersAreHeard();
    assertThat(world.seatsTaken()).isEqualTo(world.peopleComing());
  }

  @Example
  void whoHoldsASeatTakesNoSecond() {
    Seats seats = Seats.NONE.take("a", 0, 1).orElseThrow();
    assertThat(seats.take("a", 0, 1)).contains(seats);
    assertThat(seats.take("a", 3, 1).orElseThrow().taken()).isEqualTo(1);
    assertThat(seats.take("b", 0, 1)).isEmpty();
  }

  @Example
  void aSeatThatWasTakenAgainIsNotGivenBackByWhoComesLate() {
    Seats seats = Seats.NONE.take("a", 2, 1).orElseThrow();
    assertThat(seats.giveBack("a", 2)).isEqualTo(seats);
    assertThat(seats.giveBack("a", 3)).isEqualTo(Seats.NONE);
  }

  @Provide
  Arbitrary<List<Attempt>> attempts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, PEOPLE - 1), Arbitraries.of(Answer.YES, Answer.NO))
        .as(Attempt::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(7);
  }

  @Provide
  Arbitrary<List<Integer>> turns() {
    return Arbitraries.integers().between(0, 100).list().ofMaxSize(60);
  }

  /** One thing after the other that is done; each step is one read or one write. */
  interface Running {
    /** Whether there is more to do. */
    boolean step();
  }

  /** The documents: the seats, and an invitation for each person. */
  private static final class World {
    private final int capacity;
    private final Map<Integer, Invitation> invitations = new HashMap<>();
    private Seats seats = Seats.NONE;

    World(int capacity) {
      this.capacity = capacity;
      for (int person = 0; person < PEOPLE; person++) {
        invitations.put(
            person,
            new Invitation(
                "pabo:p/e",
                "T",
                NOW.plusSeconds(60),
                "" + person,
                "N",
                "m",
                null,
                Answer.NONE,
                0,
                false));
      }
    }

    Invitation of(int person) {
      return java.util.Objects.requireNonNull(invitations.get(person));
    }

    Running start(Attempt attempt) {
      return attempt.wanted() == Answer.YES ? new Yes(attempt.person()) : new No(attempt.person());
    }

    Running settling() {
      return new Settling();
    }

    void check() {
      assertThat(seats.taken()).isLessThanOrEqualTo(capacity);
      assertThat(seatsTaken()).containsAll(peopleComing());
    }

    Set<String> seatsTaken() {
      return seats.holders().stream().map(Seats.Holder::who).collect(Collectors.toSet());
    }

    Set<String> peopleComing() {
      return invitations.values().stream()
          .filter(invitation -> invitation.answer() == Answer.YES)
          .map(Invitation::who)
          .collect(Collectors.toSet());
    }

    /** The facts of answers are heard, however late. */
    void answersAreHeard() {
      invitations.forEach(
          (person, invitation) -> {
            if (invitation.answer() != Answer.YES) {
              seats = seats.giveBack("" + person, invitation.turn());
            }
          });
    }

    /** Writes the answer if it is accepted; whether it is to be tried again. */
    boolean write(int person, Answer answer, int seen) {
      return switch (of(person).answer(answer, seen, NOW)) {
        case Decision.Accepted<Invitation>(var after, _) -> {
          invitations.put(person, after);
          yield false;
        }
        case Decision.Refused<Invitation>(var why) -> why.equals(Invitation.MEANWHILE);
        case Decision.Unchanged<Invitation> _ -> false;
      };
    }

    private final class Yes implements Running {
      private final int person;
      private int at;
      private int seen;

      Yes(int person) {
        this.person = person;
      }

      @Override
      public boolean step() {
        switch (at) {
          case 0 -> {
            seen = of(person).turn();
            at = of(person).answer() == Answer.YES ? 3 : 1;
          }
          case 1 -> {
            Optional<Seats> taken = seats.take("" + person, seen, capacity);
            taken.ifPresent(with -> seats = with);
            at = taken.isPresent() ? 2 : 3;
          }
          case 2 -> at = write(person, Answer.YES, seen) ? 0 : 3;
          default -> {}
        }
        return at < 3;
      }
    }

    private final class No implements Running {
      private final int person;
      private int at;
      private int seen;
      private int after;

      No(int person) {
        this.person = person;
      }

      @Override
      public boolean step() {
        switch (at) {
          case 0 -> {
            seen = of(person).turn();
            at = 1;
          }
          case 1 -> {
            boolean again = write(person, Answer.NO, seen);
            after = of(person).turn();
            at = again ? 0 : 2;
          }
          case 2 -> {
            seats = seats.giveBack("" + person, after);
            at = 3;
          }
          default -> {}
        }
        return at < 3;
      }
    }

    private final class Settling implements Running {
      private final List<Runnable> todo = new ArrayList<>();
      private boolean begun;

      @Override
      public boolean step() {
        if (!begun) {
          begun = true;
          seats.holders().forEach(this::plan);
          return !todo.isEmpty();
        }
        if (!todo.isEmpty()) {
          todo.removeFirst().run();
        }
        return !todo.isEmpty();
      }

      private void plan(Seats.Holder holder) {
        int person = Integer.parseInt(holder.who());
        Invitation read = of(person);
        switch (SettlingSeats.step(holder, Optional.of(read))) {
          case NOTHING -> {}
          case WRITE_YES -> todo.add(() -> write(person, Answer.YES, holder.turn()));
          case GIVE_BACK -> todo.add(() -> seats = seats.giveBack(holder.who(), read.turn()));
        }
      }
    }
  }
}
