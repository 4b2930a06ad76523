package nl.samenopleiden.notes;

import java.util.Optional;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Refusal;

/** Some words that can be counted up. */
record Note(String text, int count) {

  static final int LONGEST = 40;

  record NoteWritten(String text) {}

  record NoteCounted(int count) {}

  static Decision<Note> write(Optional<Note> before, String text) {
    if (text.length() > LONGEST) {
      return Decision.refuse(Refusal.invalid("note-too-long", "text", LONGEST));
    }
    if (before.isPresent() && before.get().text().equals(text)) {
      return Decision.unchanged();
    }
    return Decision.accept(
        new Note(text, before.map(Note::count).orElse(0)), new NoteWritten(text));
  }

  static Decision<Note> count(Optional<Note> before) {
    return before
        .map(
            note ->
                Decision.accept(
                    new Note(note.text(), note.count() + 1), new NoteCounted(note.count() + 1)))
        .orElseGet(() -> Decision.refuse(Refusal.NOT_FOUND));
  }
}
