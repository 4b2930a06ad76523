package nl.samenopleiden.local.identity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.samenopleiden.local.demo.Board;
import nl.samenopleiden.local.demo.DemoWorld;
import nl.samenopleiden.local.demo.Pabo;
import nl.samenopleiden.local.demo.School;
import nl.samenopleiden.local.demo.SignInUser;

/** The people who can sign in, and how to find them. */
final class People {

  /** The people whom the sign-in page shows, by their first role. */
  private static final List<String> SHOWN =
      List.of(
          "programma",
          "programma-delta",
          "docent",
          "begeleider",
          "student1",
          "student2",
          "coordinator1",
          "coordinator2",
          "coordinator3",
          "coordinator8",
          "leider1",
          "leider2",
          "opleider1",
          "opleider2",
          "mentor1",
          "mentor2",
          "leerkracht1",
          "leerkracht2",
          "leerkracht3",
          "leerkracht4",
          "verhaal1",
          "beheer");

  private final DemoWorld world = DemoWorld.create();
  private final Map<String, SignInUser> bySubject = new HashMap<>();
  private final Map<String, String> organisations = new HashMap<>();

  People() {
    world.users().forEach(user -> bySubject.put(user.sub(), user));
    for (Pabo pabo : world.pabos()) {
      organisations.put(pabo.code(), pabo.name());
    }
    Stream.concat(world.boards().stream(), Stream.of(world.storyBoard())).forEach(this::name);
  }

  /** Somebody on the sign-in page. */
  record Person(String userName, String name, String role, String organisation) {}

  /** Several people with the same role. */
  record Group(String role, List<Person> people) {}

  /**
   * What a search found.
   *
   * @param total how many there are; only the first are in {@code people}
   */
  record Found(List<Person> people, int total) {}

  Optional<SignInUser> named(String userName) {
    return world.user(userName);
  }

  Optional<SignInUser> withSubject(String subject) {
    return Optional.ofNullable(bySubject.get(subject));
  }

  /** A few people of every role. */
  List<Group> shown() {
    Map<String, List<Person>> byRole = new java.util.LinkedHashMap<>();
    for (String userName : SHOWN) {
      Person person = shown(named(userName).orElseThrow());
      byRole.computeIfAbsent(person.role(), _ -> new java.util.ArrayList<>()).add(person);
    }
    return byRole.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
  }

  /**
   * People whose user name, name or organisation holds all the words; whoever is meant comes first.
   */
  Found search(String words, int most) {
    String text = words.strip().toLowerCase(Locale.ROOT);
    List<String> each = Arrays.asList(text.split("\\s+"));
    Predicate<SignInUser> meant = user -> user.userName().equals(text);
    List<SignInUser> found =
        Stream.concat(
                world.users().stream().filter(meant),
                world.users().stream()
                    .filter(meant.negate())
                    .filter(user -> each.stream().allMatch(searched(user)::contains)))
            .toList();
    return new Found(found.stream().limit(most).map(this::shown).toList(), found.size());
  }

  private String searched(SignInUser user) {
    return String.join(" ", user.userName(), user.name(), organisation(user))
        .toLowerCase(Locale.ROOT);
  }

  private Person shown(SignInUser user) {
    return new Person(user.userName(), user.name(), user.roles().getFirst(), organisation(user));
  }

  private String organisation(SignInUser user) {
    return Stream.of(user.school(), user.board(), user.pabo())
        .filter(code -> code != null)
        .map(code -> organisations.getOrDefault(code, code))
        .findFirst()
        .orElse("");
  }

  private void name(Board board) {
    organisations.put(board.number(), board.name());
    for (School school : world.schools(board.number())) {
      organisations.put(school.code(), school.name() + ", " + board.name());
    }
  }
}
