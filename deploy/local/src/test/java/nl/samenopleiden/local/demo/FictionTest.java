package nl.samenopleiden.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing in the demonstration world carries a number of the real national register. */
class FictionTest {

  @Test
  void noBoardOrSchoolOfTheWorldIsInTheNationalRegister() throws IOException {
    Path register = shared().resolve("data/duo/alle-vestigingen-bo.csv");
    assumeTrue(
        Files.isRegularFile(register),
        "the national register is not at " + register + ": set SAMEN_SHARED to where it is");
    Set<String> boards = new HashSet<>();
    Set<String> brins = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (String line : Files.readAllLines(register, Charset.forName("windows-1252"))) {
      List<String> columns = List.of(line.split(";", -1));
      boards.add(columns.get(1));
      brins.add(columns.get(2));
      names.add(columns.get(4) + ", " + columns.get(8));
    }
    assertThat(boards).hasSizeGreaterThan(800);

    DemoWorld world = DemoWorld.create();
    List<Board> all =
        Stream.concat(world.boards().stream(), Stream.of(world.storyBoard())).toList();
    assertThat(all.stream().map(Board::number)).doesNotContainAnyElementsOf(boards);
    List<School> schools =
        all.stream().flatMap(board -> world.schools(board.number()).stream()).toList();
    assertThat(schools.stream().map(School::brin)).doesNotContainAnyElementsOf(brins);
    assertThat(schools.stream().map(school -> school.name() + ", " + school.place().name()))
        .doesNotContainAnyElementsOf(names);
  }

  private static Path shared() {
    return Optional.ofNullable(System.getProperty("SAMEN_SHARED"))
        .or(() -> Optional.ofNullable(System.getenv("SAMEN_SHARED")))
        .map(Path::of)
        .orElseGet(
            () -> Path.of(System.getProperty("samen.root", ".")).resolve("../shared").normalize());
  }
}
