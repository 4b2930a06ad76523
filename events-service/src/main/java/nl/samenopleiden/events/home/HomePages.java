package nl.samenopleiden.events.home;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenopleiden.events.evening.Evening;
import nl.samenopleiden.events.evening.Evenings;
import nl.samenopleiden.events.invitation.Attendance;
import nl.samenopleiden.events.invitation.Invitations;
import nl.samenopleiden.events.invitation.MyInvitation;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Moments;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody sees first of evenings: those to organise, and those that wait for an answer. */
@Controller
@RequestMapping("/events")
@Allowed
final class HomePages {

  /** An evening that the caller's organisation organises. */
  record Organised(String id, String title, String when, boolean cancelled, boolean past) {}

  /** An evening that the caller is invited to. */
  record Invited(String id, String title, String when, String answer) {}

  /** The next evening of the caller's organisation, with how many come. */
  record Next(String id, String title, String when, long coming, int capacity) {}

  private final Evenings evenings;
  private final Invitations invitations;
  private final Attendance attendance;
  private final Clock clock;

  HomePages(Evenings evenings, Invitations invitations, Attendance attendance, Clock clock) {
    this.evenings = evenings;
    this.invitations = invitations;
    this.attendance = attendance;
    this.clock = clock;
  }

  /** The first page. */
  @GetMapping
  String start(
      Access access,
      @RequestParam(defaultValue = "") String q,
      PageRequest page,
      Locale language,
      Model model) {
    boolean organises = Evenings.organises(access.caller());
    model.addAttribute("organises", organises);
    model.addAttribute("invited", invited(access, language));
    if (organises) {
      model.addAttribute("q", q);
      model.addAttribute(
          "page", evenings.organised(access, q, page).map(each -> organised(each, language)));
    }
    return "events/start";
  }

  /** The tile on the platform's home page. */
  @GetMapping("/fragments/home")
  String tile(Access access, Locale language, Model model) {
    boolean organises = Evenings.organises(access.caller());
    List<Invited> invited = invited(access, language);
    model.addAttribute("organises", organises);
    model.addAttribute("invited", invited);
    model.addAttribute(
        "unanswered", invited.stream().filter(each -> each.answer().equals("NONE")).count());
    Optional<Next> next =
        organises
            ? evenings.nextOrganised(access).map(each -> next(access, each, language))
            : Optional.empty();
    next.ifPresent(each -> model.addAttribute("next", each));
    return "events/home-tile";
  }

  private List<Invited> invited(Access access, Locale language) {
    return invitations.mineToCome(access, clock.instant()).stream()
        .map(MyInvitation::of)
        .map(
            mine ->
                new Invited(
                    mine.evening(),
                    mine.title(),
                    Moments.inWords(mine.startsAt(), language),
                    mine.answer()))
        .toList();
  }

  private Organised organised(Stored<Evening> evening, Locale language) {
    return new Organised(
        evening.id().value(),
        evening.state().details().title(),
        Moments.inWords(evening.state().details().startsAt(), language),
        evening.state() instanceof Evening.Cancelled,
        evening.state().details().hasStarted(clock.instant()));
  }

  private Next next(Access access, Stored<Evening> evening, Locale language) {
    return new Next(
        evening.id().value(),
        evening.state().details().title(),
        Moments.inWords(evening.state().details().startsAt(), language),
        attendance.coming(access, evening.id()),
        evening.state().details().capacity());
  }
}
