package nl.samenopleiden.partnership.colleague;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.samenopleiden.partnership.colleague.Colleague.Details;
import nl.samenopleiden.platform.importing.LineProblem;
import nl.samenopleiden.platform.importing.Reading;
import nl.samenopleiden.platform.importing.Row;
import nl.samenopleiden.platform.store.Decision;

class ColleagueRowTest {

  @Property(tries = 1)
  void rolesAndThemesAreReadAsPeopleAndAsMachinesWriteThem() {
    for (String roles :
        List.of(
            "teacher|mentor",
            "mentor teacher",
            "Leerkracht, mentor",
            "leraar; Werkplekbegeleider")) {
      assertThat(read(Map.of("roles", roles)).roles()).containsExactly("mentor", "teacher");
    }
    for (String themes :
        List.of(
            "young-child inclusive-education",
            "het jonge kind|Inclusief onderwijs",
            "Young child, inclusive education")) {
      assertThat(read(Map.of("themes", themes)).themes())
          .containsExactly("young-child", "inclusive-education");
    }
    assertThat(read(Map.of("school", "", "roles", "bestuurscoördinator")).school()).isEmpty();
    assertThat(read(Map.of("email", "A.B@Noord.Example")).email()).isEqualTo("a.b@noord.example");
  }

  @Property(tries = 1)
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(
            codes(
                Map.of(
                    "name",
                    "",
                    "email",
                    "geen adres",
                    "school",
                    "",
                    "roles",
                    "baas teacher",
                    "themes",
                    "voetbal")))
        .containsExactly(
            "name-needed", "bad-email", "unknown-role", "unknown-theme", "school-needed");
    assertThat(codes(Map.of("roles", ""))).containsExactly("role-needed");
  }

  @Property
  void sayingTheSameAgainChangesNothing(@ForAll boolean there, @ForAll boolean same) {
    Details said = read(Map.of());
    Details other = read(Map.of("name", "Iemand anders"));
    Optional<Colleague> now =
        there ? Optional.of(new Colleague.Working(same ? said : other)) : Optional.empty();
    Decision<Colleague> decision = Colleague.list(now, said);
    assertThat(decision instanceof Decision.Unchanged<Colleague>).isEqualTo(there && same);
    if (decision instanceof Decision.Accepted<Colleague>(Colleague state, List<Object> facts)) {
      assertThat(Colleague.list(Optional.of(state), said)).isInstanceOf(Decision.Unchanged.class);
      assertThat(facts)
          .hasOnlyElementsOfType(
              there ? ColleagueFact.ColleagueChanged.class : ColleagueFact.ColleagueJoined.class);
    }
  }

  private static Details read(Map<String, String> other) {
    return ((Reading.Good<Details>) ColleagueImport.reading(row(other))).value();
  }

  private static List<String> codes(Map<String, String> other) {
    return ((Reading.Bad<Details>) ColleagueImport.reading(row(other)))
        .problems().stream().map(LineProblem::code).toList();
  }

  private static Row row(Map<String, String> other) {
    Map<String, String> values =
        new java.util.HashMap<>(
            Map.of(
                "name", "Noor Bakker",
                "email", "noor@noord.example",
                "school", "80aa00",
                "roles", "teacher",
                "themes", ""));
    values.putAll(other);
    return new Row(2, values, Map.of());
  }
}
