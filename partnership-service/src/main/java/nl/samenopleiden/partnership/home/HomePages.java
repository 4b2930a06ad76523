package nl.samenopleiden.partnership.home;

import nl.samenopleiden.partnership.board.Boards;
import nl.samenopleiden.partnership.colleague.ColleagueSearch;
import nl.samenopleiden.partnership.participation.Participation;
import nl.samenopleiden.partnership.partnership.Partnering;
import nl.samenopleiden.partnership.partnership.PartnershipView;
import nl.samenopleiden.partnership.school.Locations;
import nl.samenopleiden.partnership.school.Schools;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.web.Allowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page of this service, and its tile on the platform's home page. */
@Controller
@Allowed
final class HomePages {

  private final Boards boards;
  private final Locations locations;
  private final Schools schools;
  private final ColleagueSearch colleagues;
  private final Participation participation;
  private final Partnering partnering;

  HomePages(
      Boards boards,
      Locations locations,
      Schools schools,
      ColleagueSearch colleagues,
      Participation participation,
      Partnering partnering) {
    this.boards = boards;
    this.locations = locations;
    this.schools = schools;
    this.colleagues = colleagues;
    this.participation = participation;
    this.partnering = partnering;
  }

  @GetMapping("/partnership")
  String start(Access access, Model model) {
    model.addAttribute("starts", Start.of(access.caller()));
    model.addAttribute("tile", Tile.of(access.caller(), numbers(access)));
    return "partnership/home/start";
  }

  @GetMapping("/partnership/fragments/home")
  String tile(Access access, Model model) {
    model.addAttribute("tile", Tile.of(access.caller(), numbers(access)));
    return "partnership/home/tile :: tile";
  }

  private Tile.Numbers numbers(Access access) {
    return new Tile.Numbers() {
      @Override
      public long onboarded() {
        return boards.countOnboarded();
      }

      @Override
      public long locations() {
        return locations.count();
      }

      @Override
      public long schools() {
        return schools.count(access.withPartners());
      }

      @Override
      public long colleagues() {
        return colleagues.count(access);
      }

      @Override
      public long comingSeats() {
        return participation.comingSeats(access);
      }

      @Override
      public long partners() {
        return access.partners().size();
      }

      @Override
      public long proposalsForUs() {
        return partnering.all(access).stream().filter(PartnershipView::yoursToAnswer).count();
      }
    };
  }
}
