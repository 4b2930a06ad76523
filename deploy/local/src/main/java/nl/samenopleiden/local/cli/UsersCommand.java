package nl.samenopleiden.local.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenopleiden.local.demo.DemoWorld;
import nl.samenopleiden.local.demo.SignInUser;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "users",
    description =
        "Lists the demonstration users with roles, organisation and school; they need no password.",
    mixinStandardHelpOptions = true)
final class UsersCommand implements Callable<Integer> {

  @Option(
      names = "--role",
      paramLabel = "R",
      description = "Only with this role, for example teacher.")
  private @Nullable String role;

  @Option(
      names = "--q",
      paramLabel = "words",
      description = "Only whose user name, name, board or school holds all these words.")
  private @Nullable String words;

  @Option(names = "--all", description = "All of them, not just the first 40.")
  private boolean all;

  private static final int FIRST = 40;

  @Override
  public Integer call() {
    List<SignInUser> found = DemoWorld.create().users().stream().filter(this::isMeant).toList();
    System.out.println(
        "%-16s %-28s %-26s %-10s %s".formatted("user", "name", "roles", "of", "school"));
    found.stream()
        .limit(all ? Long.MAX_VALUE : FIRST)
        .forEach(user -> System.out.println(line(user).stripTrailing()));
    if (!all && found.size() > FIRST) {
      System.out.println(
          "… and %,d more: --all shows them, --role and --q choose."
              .formatted(found.size() - FIRST));
    }
    return found.isEmpty() ? 1 : 0;
  }

  private boolean isMeant(SignInUser user) {
    if (role != null && !user.roles().contains(role.toLowerCase(Locale.ROOT).replace('_', '-'))) {
      return false;
    }
    String text = line(user).toLowerCase(Locale.ROOT);
    return words == null
        || Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
  }

  private static String line(SignInUser user) {
    return "%-16s %-28s %-26s %-10s %s"
        .formatted(
            user.userName(),
            user.name(),
            user.roles().stream().collect(Collectors.joining(",")),
            or(user.board(), or(user.pabo(), "")),
            or(user.school(), ""));
  }

  private static String or(@Nullable String text, String other) {
    return text == null ? other : text;
  }
}
