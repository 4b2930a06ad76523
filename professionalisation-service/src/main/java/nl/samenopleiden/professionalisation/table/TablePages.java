package nl.samenopleiden.professionalisation.table;

import java.time.Clock;
import java.util.Map;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.FormFields;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.platform.web.RefusedException;
import nl.samenopleiden.professionalisation.meeting.Meeting;
import nl.samenopleiden.professionalisation.meeting.Meetings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Making table groups and looking at them, for the planners of the meeting's pabo. */
@Controller
@RequestMapping("/professionalisation/meetings/{meeting}/tables")
@Allowed({Role.LECTURER, Role.PROGRAMME_MANAGER})
final class TablePages {

  private static final String USUAL_SIZE = "6";
  private static final int TABLES = 24;

  private final MakingTables making;
  private final Meetings meetings;
  private final TableList list;
  private final Problems problems;
  private final Clock clock;

  TablePages(
      MakingTables making, Meetings meetings, TableList list, Problems problems, Clock clock) {
    this.making = making;
    this.meetings = meetings;
    this.list = list;
    this.problems = problems;
    this.clock = clock;
  }

  @GetMapping
  String tables(
      Access access,
      @PathVariable String meeting,
      PageRequest page,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    model.addAttribute("done", done.equals("made"));
    return show(access, meeting, q, page, null, null, model);
  }

  @PostMapping
  ModelAndView make(
      Access access,
      @PathVariable String meeting,
      @RequestParam(defaultValue = "") String size,
      Model model) {
    return switch (making.make(access, meeting, FormFields.number(size), null)) {
      case Outcome.Done<Stored<TableGroups>> _ -> {
        ModelAndView redirect =
            new ModelAndView(
                "redirect:/professionalisation/meetings/" + meeting + "/tables?done=made");
        redirect.setStatus(HttpStatus.SEE_OTHER);
        yield redirect;
      }
      case Outcome.Refused<Stored<TableGroups>>(var refusal) -> {
        if (refusal.equals(Refusal.NOT_FOUND)) {
          throw RefusedException.notFound();
        }
        model.addAttribute("done", false);
        String view = show(access, meeting, "", PageRequest.first(), size, refusal, model);
        ModelAndView again = new ModelAndView(view, model.asMap());
        again.setStatus(HttpStatusCode.valueOf(refusal.status()));
        yield again;
      }
    };
  }

  private String show(
      Access access,
      String id,
      String words,
      PageRequest page,
      @Nullable String typed,
      @Nullable Refusal refusal,
      Model model) {
    Stored<Meeting> meeting = meetings.owned(access, id).orElseThrow(RefusedException::notFound);
    TableList.Summary summary = list.summary(meeting).orElse(null);
    String field = refusal == null ? null : refusal.field();
    model.addAttribute("meeting", id);
    model.addAttribute("meetingTitle", meeting.state().plan().title());
    model.addAttribute("people", meeting.state().participants().size());
    model.addAttribute(
        "open", !meeting.state().isCancelled() && !meeting.state().hasBegun(clock.instant()));
    model.addAttribute("summary", summary);
    model.addAttribute("page", list.tables(meeting, words, new PageRequest(page.number(), TABLES)));
    model.addAttribute("words", words);
    model.addAttribute(
        "size",
        typed != null ? typed : summary == null ? USUAL_SIZE : String.valueOf(summary.size()));
    model.addAttribute(
        "errors",
        refusal == null || field == null
            ? Map.of()
            : Map.of(field, problems.words(refusal).detail()));
    model.addAttribute(
        "problem", refusal == null || field != null ? null : problems.words(refusal));
    return "professionalisation/meeting-tables";
  }
}
