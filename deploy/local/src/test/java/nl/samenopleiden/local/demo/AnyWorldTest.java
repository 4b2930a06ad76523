package nl.samenopleiden.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for a world of any seed. */
class AnyWorldTest {

  @Property(tries = 25)
  void everybodyHasAnAddressASubjectAndAUserNameOfTheirOwn(@ForAll long seed) {
    DemoWorld world = new DemoWorld(seed);
    assertThat(world.users()).hasSizeGreaterThan(4_000);
    assertThat(world.users().stream().map(SignInUser::email)).doesNotHaveDuplicates();
    assertThat(world.users().stream().map(SignInUser::sub)).doesNotHaveDuplicates();
    assertThat(world.users())
        .allSatisfy(
            user -> assertThat(user.email()).matches("[a-z]+\\.[a-z]+[0-9]*@[a-z0-9]+\\.example"));
  }

  @Property(tries = 25)
  void everySchoolHasACodeOfItsOwnAndEveryColleagueASchoolOfTheirBoard(@ForAll long seed) {
    DemoWorld world = new DemoWorld(seed);
    List<School> all =
        world.boards().stream().flatMap(board -> world.schools(board.number()).stream()).toList();
    assertThat(all.stream().map(School::code)).doesNotHaveDuplicates();
    assertThat(all)
        .allSatisfy(school -> assertThat(school.code()).matches("90[A-Z]{2}0[01]"))
        .allSatisfy(school -> assertThat(school.postcode()).matches("[1-9][0-9]{3} [A-Z]{2}"))
        .allSatisfy(school -> assertThat(school.phone()).matches("0[0-9]{9}"));
    for (Board board : world.boards()) {
      List<String> codes = world.schools(board.number()).stream().map(School::code).toList();
      assertThat(world.colleagues(board.number()).stream().skip(1))
          .allSatisfy(colleague -> assertThat(codes).contains(colleague.school()));
    }
  }

  @Property(tries = 25)
  void everySchoolsNameFitsInWindows1252(@ForAll long seed) {
    Charset charset = Charset.forName("windows-1252");
    String text = new String(new DemoWorld(seed).schoolsCsv(), charset);
    assertThat(text).doesNotContain("?");
    assertThat(text.lines()).hasSize(131);
  }
}
