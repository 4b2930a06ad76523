package nl.samenopleiden.partnership.school;

import java.util.HashMap;
import java.util.Map;
import nl.samenopleiden.partnership.school.Locations.Location;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finding schools: people of a board find their own, people of a pabo those of boards that it works
 * with, operators all.
 */
@Component
public final class SchoolSearch {

  private final Schools schools;
  private final Locations locations;
  private final BoardNames boards;

  SchoolSearch(Schools schools, Locations locations, BoardNames boards) {
    this.schools = schools;
    this.locations = locations;
    this.boards = boards;
  }

  /**
   * The open schools that these words find.
   *
   * @param board only those of this board; one that the caller does not reach is not found
   */
  public Page<SchoolView.Line> search(
      Access access, String words, @Nullable String board, PageRequest page) {
    Map<String, String> names = new HashMap<>();
    if (isOperator(access)) {
      return locations.search(board, words, page).map(each -> line(each, names));
    }
    Scope scope = board == null ? access.withPartners() : reached(access, Owner.board(board));
    return schools
        .search(scope, words, page)
        .map(each -> line(Location.of(each.id().owner().code(), each.state().details()), names));
  }

  /**
   * The school with this code.
   *
   * @throws RefusedException when it is not there, or not the caller's to see
   */
  public SchoolView find(Access access, String code) {
    Scope scope =
        isOperator(access)
            ? Scope.of(
                Owner.board(locations.find(code).orElseThrow(RefusedException::notFound).board()))
            : access.withPartners();
    return schools
        .find(scope, code)
        .map(each -> view(each.id().owner().code(), each.state()))
        .orElseThrow(RefusedException::notFound);
  }

  private SchoolView view(String board, School school) {
    return SchoolView.of(board, boards.nameOf(board), school);
  }

  private SchoolView.Line line(Location its, Map<String, String> names) {
    return new SchoolView.Line(
        its.code(),
        its.name(),
        its.postcode(),
        its.place(),
        its.board(),
        names.computeIfAbsent(its.board(), boards::nameOf));
  }

  private static Scope reached(Access access, Owner board) {
    if (!access.reaches(board)) {
      throw RefusedException.notFound();
    }
    return Scope.of(board);
  }

  private static boolean isOperator(Access access) {
    return access.caller().is(Role.OPERATOR) && access.home().equals(Owner.OPERATOR);
  }
}
