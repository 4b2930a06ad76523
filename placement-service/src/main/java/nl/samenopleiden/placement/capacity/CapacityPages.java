package nl.samenopleiden.placement.capacity;

import java.util.List;
import java.util.Optional;
import nl.samenopleiden.placement.school.KnownSchool;
import nl.samenopleiden.placement.school.Schools;
import nl.samenopleiden.platform.store.Outcome;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a school offers its places, and on which a pabo looks for them. */
@Controller
@RequestMapping("/placement/capacity")
final class CapacityPages {

  private static final int MOST_SCHOOLS = 500;

  private final Capacities capacities;
  private final Schools schools;
  private final Planning planning;
  private final Problems problems;

  CapacityPages(Capacities capacities, Schools schools, Planning planning, Problems problems) {
    this.capacities = capacities;
    this.schools = schools;
    this.planning = planning;
    this.problems = problems;
  }

  /** What is offered; who may offer finds the form above it, filled in as far as is known. */
  @GetMapping
  @Allowed({
    Role.BOARD_COORDINATOR,
    Role.SCHOOL_LEADER,
    Role.SCHOOL_EDUCATOR,
    Role.MENTOR,
    Role.PROGRAMME_MANAGER,
    Role.SUPERVISOR,
    Role.LECTURER
  })
  ModelAndView capacity(
      Access access,
      PageRequest page,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String school,
      @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String places,
      @RequestParam(defaultValue = "") String done) {
    if (!mayOffer(access)) {
      return new ModelAndView("placement/capacity")
          .addObject(
              "page",
              capacities.page(access, Capacities.Which.in(Capacities.asked(period), q), page))
          .addObject("periods", planning.periods())
          .addObject("period", period)
          .addObject("words", q);
    }
    Offer.Words words =
        new Offer.Words(
            school.isEmpty() ? access.caller().atSchool().orElse("") : school,
            period.isEmpty() ? planning.next().toString() : period,
            kind.isEmpty() ? Kind.PRACTICE.name() : kind,
            places);
    return form(access, page, q, words, null).addObject("done", done);
  }

  /** Offers, and shows what is offered now; shows the form again when something is wrong. */
  @PostMapping
  @Allowed({Role.BOARD_COORDINATOR, Role.SCHOOL_LEADER, Role.SCHOOL_EDUCATOR})
  ModelAndView offer(
      Access access,
      @RequestParam(defaultValue = "") String school,
      @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String places) {
    Offer.Words words = new Offer.Words(school, period, kind, places);
    return switch (capacities.offer(access, words)) {
      case Outcome.Done<CapacityView>(var view) -> {
        ModelAndView next = new ModelAndView("redirect:/placement/capacity");
        next.addObject("done", "offered");
        next.addObject("school", view.school());
        next.addObject("period", view.period().toString());
        next.addObject("kind", view.kind().name());
        yield next;
      }
      case Outcome.Refused<CapacityView>(var refusal) -> {
        ModelAndView again = form(access, PageRequest.first(), "", words, refusal);
        again.setStatus(HttpStatusCode.valueOf(refusal.status()));
        yield again;
      }
    };
  }

  private ModelAndView form(
      Access access, PageRequest page, String q, Offer.Words words, @Nullable Refusal refusal) {
    boolean anySchool = access.caller().is(Role.BOARD_COORDINATOR);
    List<KnownSchool> choices =
        anySchool
            ? schools.all(access.own(), MOST_SCHOOLS)
            : access.caller().atSchool().flatMap(own -> schools.open(access.own(), own)).stream()
                .toList();
    Capacities.Which shown =
        new Capacities.Which(
            null, null, anySchool ? null : access.caller().atSchool().orElse(""), q, false, false);
    Optional<CapacityView> now = offeredNow(access, words);
    return new ModelAndView("placement/capacity-offer")
        .addObject("schools", choices)
        .addObject("anySchool", anySchool)
        .addObject("periods", planning.periods())
        .addObject("kinds", Kind.values())
        .addObject("most", Capacity.MOST)
        .addObject("form", filledIn(words, now))
        .addObject("page", capacities.page(access, shown, page))
        .addObject("words", q)
        .addObject("problem", refusal == null ? null : problems.words(refusal))
        .addObject("field", refusal == null ? null : refusal.field());
  }

  private Optional<CapacityView> offeredNow(Access access, Offer.Words words) {
    Optional<Period> period = Period.parse(words.period());
    Optional<Kind> kind = Kind.parse(words.kind());
    return period.isEmpty() || kind.isEmpty() || words.school().isBlank()
        ? Optional.empty()
        : capacities.find(
            access,
            new CapacityId(access.home().code(), words.school().strip(), period.get(), kind.get()));
  }

  /** Nobody types a number that is known: what is offered now stands there already. */
  private static Offer.Words filledIn(Offer.Words words, Optional<CapacityView> now) {
    return words.places().isEmpty() && now.isPresent()
        ? new Offer.Words(
            words.school(), words.period(), words.kind(), Integer.toString(now.get().places()))
        : words;
  }

  private static boolean mayOffer(Access access) {
    return access.caller().is(Role.BOARD_COORDINATOR, Role.SCHOOL_LEADER, Role.SCHOOL_EDUCATOR);
  }
}
