package nl.samenopleiden.partnership.home;

import java.util.ArrayList;
import java.util.List;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.Role;

/**
 * What somebody can do here: a link with words from {@code start.<key>}.
 *
 * @param key names the words
 * @param path where it leads
 */
record Start(String key, String path) {

  /** What this caller's roles allow, the most needed first. */
  static List<Start> of(Caller caller) {
    List<Start> all = new ArrayList<>();
    if (caller.is(Role.OPERATOR)) {
      all.add(new Start("register", "/partnership/school-imports"));
      all.add(new Start("boards", "/partnership/boards"));
      all.add(new Start("pabos", "/partnership/pabos"));
    }
    if (caller.is(Role.BOARD_COORDINATOR, Role.PROGRAMME_MANAGER)) {
      all.add(new Start("overview", "/partnership/overview"));
      all.add(new Start("courses", "/partnership/courses"));
    }
    if (caller.is(
        Role.BOARD_COORDINATOR,
        Role.PROGRAMME_MANAGER,
        Role.SUPERVISOR,
        Role.LECTURER,
        Role.SCHOOL_LEADER,
        Role.SCHOOL_EDUCATOR)) {
      all.add(new Start("partnerships", "/partnership/partnerships"));
    }
    if (caller.is(Role.BOARD_COORDINATOR)) {
      all.add(new Start("colleagues", "/partnership/colleagues"));
      all.add(new Start("colleague-import", "/partnership/colleague-imports"));
    } else if (caller.is(Role.SCHOOL_LEADER, Role.SCHOOL_EDUCATOR)
        && caller.atSchool().isPresent()) {
      all.add(new Start("school-courses", "/partnership/courses"));
      all.add(new Start("school-colleagues", "/partnership/colleagues"));
    }
    if (caller.is(Role.PROGRAMME_MANAGER, Role.SUPERVISOR, Role.LECTURER)) {
      all.add(new Start("partner-boards", "/partnership/boards"));
    }
    caller
        .atSchool()
        .ifPresent(school -> all.add(new Start("my-school", "/partnership/schools/" + school)));
    all.add(
        new Start(caller.home().isBoard() ? "board-schools" : "schools", "/partnership/schools"));
    return all;
  }
}
