package nl.samenopleiden.partnership.colleague;

import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finding colleagues: a board coordinator finds all of the board, a school leader or school
 * educator those of the own school.
 */
@Component
public final class ColleagueSearch {

  private final Colleagues colleagues;

  ColleagueSearch(Colleagues colleagues) {
    this.colleagues = colleagues;
  }

  Page<ColleagueView> search(Access access, String words, PageRequest page) {
    return colleagues.search(access.own(), schoolOf(access), words, page).map(ColleagueView::of);
  }

  /** How many colleagues the caller can find. */
  public long count(Access access) {
    return colleagues.count(access.own(), schoolOf(access));
  }

  /** Only colleagues of this school may be seen; null means of all the board's. */
  private static @Nullable String schoolOf(Access access) {
    return access.caller().is(Role.BOARD_COORDINATOR)
        ? null
        : access.caller().atSchool().orElseThrow(RefusedException::notFound);
  }
}
