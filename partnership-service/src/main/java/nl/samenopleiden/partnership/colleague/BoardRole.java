package nl.samenopleiden.partnership.colleague;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenopleiden.platform.tenancy.Role;

/** What people of a board do. */
enum BoardRole {
  BOARD_COORDINATOR(Role.BOARD_COORDINATOR, "bestuurscoördinator", "bestuurscoordinator"),
  SCHOOL_LEADER(Role.SCHOOL_LEADER, "schoolleider", "directeur"),
  SCHOOL_EDUCATOR(Role.SCHOOL_EDUCATOR, "schoolopleider"),
  MENTOR(Role.MENTOR, "werkplekbegeleider"),
  TEACHER(Role.TEACHER, "leerkracht", "leraar");

  private final Role role;
  private final List<String> words;

  BoardRole(Role role, String... words) {
    this.role = role;
    this.words = List.of(words);
  }

  /** The name in tokens, facts and files, for example {@code school-educator}. */
  String text() {
    return role.text();
  }

  /** The role that a file calls so: by its name, or as people say it. */
  static Optional<BoardRole> called(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(each -> each.text().equals(plain.replace(' ', '-')) || each.words.contains(plain))
        .findFirst();
  }
}
