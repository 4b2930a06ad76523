package nl.samenopleiden.notes;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.samenopleiden.platform.inbox.Event;
import nl.samenopleiden.platform.inbox.Projection;
import nl.samenopleiden.platform.inbox.Projections;
import nl.samenopleiden.platform.inbox.Subscriptions;
import nl.samenopleiden.platform.mail.Mail;
import nl.samenopleiden.platform.mail.Mailer;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.RefusedException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The notes' store, API and page, and a copy of what another service tells. */
@Controller
class Notes {

  record Text(String text) {}

  record View(String id, String text, int count) {}

  record School(String name) {}

  final AggregateStore<Note> store;
  final Projection<School> schools;
  final AtomicBoolean readsPoison = new AtomicBoolean();
  final AtomicInteger handled = new AtomicInteger();
  private final Problems problems;
  private final Mailer mailer;

  Notes(
      Aggregates aggregates,
      Projections projections,
      Subscriptions subscriptions,
      Problems problems,
      Mailer mailer) {
    store = aggregates.of("note", Note.class, Note::text);
    store.collection().index(false, "state.text");
    schools = projections.of("schools", School.class, School::name);
    this.problems = problems;
    this.mailer = mailer;
    subscriptions.on("partnership", "SchoolRegistered", this::register);
    subscriptions.on("partnership", "SchoolChanged", this::register);
  }

  private void register(Event event) {
    handled.incrementAndGet();
    School school = event.as(School.class);
    if (school.name().equals("poison") && !readsPoison.get()) {
      throw new IllegalStateException("cannot be read yet");
    }
    schools.apply(event, event.id(), _ -> Optional.of(school));
  }

  @GetMapping("/api/notes/notes")
  @Allowed
  @ResponseBody
  Page<View> list(Access access, PageRequest page, @RequestParam(defaultValue = "") String q) {
    return store.page(access.withPartners(), null, q, null, page).map(Notes::view);
  }

  @GetMapping("/api/notes/notes/{note}")
  @Allowed
  @ResponseBody
  View one(Access access, @PathVariable String note) {
    return store
        .find(access.withPartners(), note)
        .map(Notes::view)
        .orElseThrow(RefusedException::notFound);
  }

  @PostMapping("/api/notes/notes")
  @Allowed(Role.TEACHER)
  ResponseEntity<?> write(Access access, @RequestBody Text text) {
    return problems.answer(
        store.change(
            access.caller().person(),
            OwnedId.fresh(access.home()),
            before -> Note.write(before, text.text())),
        note ->
            ResponseEntity.created(URI.create("/api/notes/notes/" + note.id().value()))
                .body(view(note)));
  }

  @PostMapping("/api/notes/notes/{note}/count")
  @Allowed(Role.TEACHER)
  ResponseEntity<?> count(Access access, @PathVariable String note) {
    return problems.answer(
        store.change(access.caller().person(), new OwnedId(access.home(), note), Note::count),
        counted -> ResponseEntity.ok(view(counted)));
  }

  @PostMapping("/api/notes/mails")
  @Allowed(Role.TEACHER)
  @ResponseBody
  Map<String, String> mail(Access access, @RequestBody Text name) {
    mailer.queue(
        new OwnedId(access.home(), name.text()),
        Mail.of(access.caller().email(), "Onderwerp é", Mail.paragraphs("Een", "Twee")));
    return Map.of();
  }

  @GetMapping("/api/notes/forgotten")
  @ResponseBody
  List<String> forgotten() {
    return List.of("nobody may see this");
  }

  @GetMapping("/notes")
  @Allowed
  String page(Access access, Model model) {
    model.addAttribute("page", list(access, PageRequest.first(), ""));
    return "notes/list";
  }

  private static View view(Stored<Note> stored) {
    return new View(stored.id().value(), stored.state().text(), stored.state().count());
  }
}
