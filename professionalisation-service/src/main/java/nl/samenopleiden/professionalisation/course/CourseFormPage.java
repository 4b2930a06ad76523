package nl.samenopleiden.professionalisation.course;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.web.Problems;
import nl.samenopleiden.platform.web.Refusal;
import nl.samenopleiden.professionalisation.organisation.Organisations;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** The page with the form for a new course, or for the next edition of one. */
@Component
final class CourseFormPage {

  /** A partner board that seats can be kept for. */
  record PartnerBoard(String number, String name) {}

  private static final String COURSES = "/professionalisation/courses";

  private final Organisations organisations;
  private final Circles circles;
  private final Problems problems;

  CourseFormPage(Organisations organisations, Circles circles, Problems problems) {
    this.organisations = organisations;
    this.circles = circles;
    this.problems = problems;
  }

  /** The form for a new course. */
  ModelAndView course(Access access, CourseForm form, List<Refusal> reasons, Model model) {
    model.addAttribute("action", COURSES);
    model.addAttribute("edition", null);
    return show(access, form, reasons, model);
  }

  /** The form for the next edition of a course. */
  ModelAndView edition(
      Access access,
      Stored<Course> before,
      Edition next,
      CourseForm form,
      List<Refusal> reasons,
      Model model) {
    model.addAttribute("action", COURSES + "/" + before.id().value() + "/editions");
    model.addAttribute("edition", next.number());
    model.addAttribute("before", before.id().value());
    model.addAttribute("beforeTitle", before.state().offer().title());
    return show(access, form, reasons, model);
  }

  private ModelAndView show(Access access, CourseForm form, List<Refusal> reasons, Model model) {
    Map<String, String> errors = problems.byField(reasons, "title");
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("wrong", errors.keySet());
    model.addAttribute("themes", Theme.keys());
    model.addAttribute("roles", Audience.ROLES);
    model.addAttribute("languages", Offer.LANGUAGES);
    model.addAttribute("mostQuestions", Asking.MOST_QUESTIONS);
    model.addAttribute("boards", boards(access));
    model.addAttribute("moreSessions", OfferDraft.MOST_SESSIONS - 1);
    model.addAttribute("choices", circles.choices(access, form.circle()));
    ModelAndView page = new ModelAndView("professionalisation/course-form", model.asMap());
    page.setStatus(HttpStatusCode.valueOf(reasons.isEmpty() ? 200 : 422));
    return page;
  }

  private List<PartnerBoard> boards(Access access) {
    return Offering.partners(access).stream()
        .map(number -> new PartnerBoard(number, organisations.name(Owner.board(number))))
        .sorted(Comparator.comparing(PartnerBoard::name))
        .toList();
  }
}
