package nl.samenopleiden.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.AggregateStore.Command;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.test.Heard;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class StoringTest {

  @Autowired Samen samen;
  @Autowired Notes notes;

  private Owner owner = Owner.OPERATOR;

  private AggregateStore<Note> store() {
    return notes.store;
  }

  @BeforeEach
  void aBoardOfItsOwn() {
    owner = Owner.board(samen.freshBoard());
  }

  @Test
  void aChangeIsWrittenToldAndAudited() {
    OwnedId id = OwnedId.fresh(owner);
    Outcome<Stored<Note>> outcome = write(id, "one");
    assertThat(outcome).isEqualTo(Outcome.done(new Stored<>(id, 1, new Note("one", 0))));
    samen.await(
        () -> {
          assertThat(told(id)).singleElement().extracting(Heard::sequence).isEqualTo(1L);
          String trail =
              samen
                  .as(samen.person(Role.BOARD_COORDINATOR).ofBoard(owner.code()))
                  .get("/api/notes/audit?subject=" + id.value())
                  .body();
          assertThat(trail).contains("\"total\":1", "NoteWritten", "\"by\":\"somebody\"");
          assertThat(outboxOf(id)).isZero();
        });
  }

  @Test
  void aRefusalChangesNothing() {
    OwnedId id = OwnedId.fresh(owner);
    assertThat(write(id, "x".repeat(41))).isInstanceOf(Outcome.Refused.class);
    assertThat(store().find(Scope.of(owner), id)).isEmpty();
  }

  @Test
  void whatWasDoneBeforeIsNotDoneAgain() {
    OwnedId id = OwnedId.fresh(owner);
    write(id, "same");
    assertThat(write(id, "same")).isEqualTo(Outcome.done(new Stored<>(id, 1, new Note("same", 0))));
  }

  @Test
  void noChangeIsLostWhenManyChangeAtOnce() throws Exception {
    OwnedId id = OwnedId.fresh(owner);
    write(id, "many");
    int changes = 120;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < changes; i++) {
        all.add(threads.submit(() -> store().change("somebody", id, Note::count)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertThat(store().find(Scope.of(owner), id).orElseThrow().state().count()).isEqualTo(changes);
    // Told in order, each at least once: what is told twice has a sequence that was told before.
    samen.await(
        () -> {
          List<Long> sequences = new ArrayList<>();
          for (Heard each : told(id)) {
            if (sequences.isEmpty() || each.sequence() > sequences.getLast()) {
              sequences.add(each.sequence());
            }
          }
          assertThat(sequences)
              .containsExactlyElementsOf(LongStream.rangeClosed(1, changes + 1).boxed().toList());
        });
  }

  @Test
  void manyCommandsAtOnceEndAsOneByOne() {
    OwnedId there = OwnedId.fresh(owner);
    write(there, "there");
    List<Command<Note>> commands = new ArrayList<>();
    commands.add(new Command<>(there, before -> Note.write(before, "there")));
    for (int i = 0; i < 300; i++) {
      String text = i == 7 ? "x".repeat(41) : "many " + i;
      commands.add(new Command<>(OwnedId.fresh(owner), before -> Note.write(before, text)));
    }
    List<Outcome<Stored<Note>>> outcomes = store().changeAll("somebody", Scope.of(owner), commands);
    assertThat(outcomes).hasSize(301);
    assertThat(outcomes.get(8)).isInstanceOf(Outcome.Refused.class);
    assertThat(store().count(Scope.of(owner), null)).isEqualTo(300);
    assertThat(store().page(Scope.of(owner), null, "MÁNY 29", null, new PageRequest(0, 5)).total())
        .isEqualTo(13);
    samen.await(
        () ->
            assertThat(
                    samen.heard("NoteWritten").stream().filter(each -> each.owner().equals(owner)))
                .hasSizeGreaterThanOrEqualTo(300));
  }

  @Test
  void aRaceInTheMiddleOfManyCommandsIsDecidedAgain() {
    OwnedId id = OwnedId.fresh(owner);
    write(id, "before");
    boolean[] once = {false};
    List<Outcome<Stored<Note>>> outcomes =
        store()
            .changeAll(
                "somebody",
                Scope.of(owner),
                IntStream.range(0, 3)
                    .mapToObj(
                        i ->
                            new Command<Note>(
                                i == 1 ? id : OwnedId.fresh(owner),
                                before -> {
                                  if (i == 1 && !once[0]) {
                                    once[0] = true;
                                    store().change("another", id, Note::count);
                                  }
                                  return i == 1 ? Note.count(before) : Note.write(before, "n" + i);
                                }))
                    .toList());
    assertThat(outcomes).allMatch(each -> each instanceof Outcome.Done);
    assertThat(store().find(Scope.of(owner), id).orElseThrow().state().count()).isEqualTo(2);
  }

  @Test
  void anotherOwnersDocumentIsNotThere() {
    OwnedId id = OwnedId.fresh(owner);
    write(id, "mine");
    Scope other = Scope.of(Owner.board(samen.freshBoard()));
    assertThat(store().find(other, id)).isEmpty();
    assertThat(store().find(other, id.value())).isEmpty();
    assertThat(store().list(other, Filters.eq("state.text", "mine"), null, 10)).isEmpty();
    assertThat(store().count(other, Filters.eq("owner", owner.toString()))).isZero();
    assertThat(
            store()
                .list(
                    other,
                    Filters.or(Filters.exists("state"), Filters.eq("owner", owner.toString())),
                    null,
                    10))
        .isEmpty();
  }

  @Test
  void aScopeOfNobodyDoesNotExist() {
    assertThatThrownBy(() -> new Scope(java.util.Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Outcome<Stored<Note>> write(OwnedId id, String text) {
    return store().change("somebody", id, before -> Note.write(before, text));
  }

  private List<Heard> told(OwnedId id) {
    return samen.heard().stream().filter(each -> each.id().equals(id)).toList();
  }

  private int outboxOf(OwnedId id) {
    Optional<BsonDocument> found = store().collection().find(Scope.of(owner), id);
    return found.orElseThrow().getArray("outbox").size();
  }
}
