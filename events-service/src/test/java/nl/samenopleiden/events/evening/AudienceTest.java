package nl.samenopleiden.events.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.samenopleiden.events.people.Person;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.web.Refusal;

class AudienceTest {

  private static final List<String> BOARDS = List.of("1", "2", "3");
  private static final List<String> SCHOOLS = List.of("00AA00", "00BB00", "00CC00");
  private static final List<String> THEMES = Themes.ALL.subList(0, 3);
  private static final Owner PABO = Owner.pabo("rijnmond");

  @Property
  void everyCriterionNarrowsTheAudienceDown(
      @ForAll("audiences") Audience audience, @ForAll("people") Person person) {
    Audience withoutRoles =
        new Audience(List.of(), audience.boards(), audience.schools(), audience.themes(), false);
    Audience withoutThemes =
        new Audience(audience.roles(), audience.boards(), audience.schools(), List.of(), false);
    if (audience.concerns(person)) {
      assertThat(withoutRoles.concerns(person)).isTrue();
      assertThat(withoutThemes.concerns(person)).isTrue();
    }
  }

  @Property
  void itConcernsWhoMeetsEveryCriterionAndNobodyElse(
      @ForAll("audiences") Audience audience, @ForAll("people") Person person) {
    boolean role = audience.roles().isEmpty() || overlap(audience.roles(), person.roles());
    boolean theme = audience.themes().isEmpty() || overlap(audience.themes(), person.themes());
    boolean school =
        audience.schools().isEmpty()
            || audience.schools().stream().anyMatch(each -> each.equals(person.school()));
    boolean board =
        audience.boards().isEmpty()
            || audience.boards().stream()
                .anyMatch(each -> person.organisation().equals("board:" + each));
    assertThat(audience.concerns(person)).isEqualTo(role && theme && school && board);
  }

  @Property
  void itNeverReachesBeyondTheOrganiserAndItsPartners(
      @ForAll("audiences") Audience audience, @ForAll("partners") Set<Owner> partners) {
    Set<Owner> organisations = audience.organisations(PABO, partners);
    assertThat(organisations)
        .allSatisfy(owner -> assertThat(owner.equals(PABO) || partners.contains(owner)).isTrue());
    if (audience.boards().isEmpty()) {
      assertThat(organisations).contains(PABO).containsAll(partners);
    } else {
      assertThat(organisations).doesNotContain(PABO);
    }
  }

  @Property
  void boardsOutOfReachAreAlwaysRefused(
      @ForAll("audiences") Audience audience, @ForAll("partners") Set<Owner> partners) {
    Set<String> reach =
        partners.stream().map(Owner::code).collect(java.util.stream.Collectors.toSet());
    boolean beyond = !reach.containsAll(audience.boards());
    assertThat(audience.faults(reach, Set.copyOf(SCHOOLS)))
        .extracting(Refusal::type)
        .filteredOn("board-out-of-reach"::equals)
        .hasSize(beyond ? 1 : 0);
  }

  @Example
  void nobodyInParticularMustBeMeantOnPurpose() {
    Audience forgotten = Audience.of(null, null, null, null, false);
    Audience meant = Audience.of(null, null, null, null, true);
    assertThat(forgotten.faults(Set.of(), Set.of()))
        .extracting(Refusal::type)
        .containsExactly("audience-empty");
    assertThat(meant.faults(Set.of(), Set.of())).isEmpty();
    assertThat(Audience.of(List.of("teacher"), null, null, null, true).faults(Set.of(), Set.of()))
        .extracting(Refusal::type)
        .containsExactly("audience-contradictory");
  }

  @Example
  void studentsHaveNoBoardAndNoSchool() {
    Person student =
        new Person(
            "pabo:rijnmond", "k", "Sam", "sam@x.example", List.of("student"), null, List.of());
    assertThat(Audience.of(null, null, null, null, true).concerns(student)).isTrue();
    assertThat(Audience.of(null, List.of("1"), null, null, false).concerns(student)).isFalse();
    assertThat(Audience.of(null, null, SCHOOLS, null, false).concerns(student)).isFalse();
  }

  @Example
  void aPersonsKeyDoesNotMindCapitals() {
    assertThat(Person.keyOf(" Anna.De.Vries@School.example "))
        .isEqualTo(Person.keyOf("anna.de.vries@school.example"))
        .isNotEqualTo(Person.keyOf("anna.devries@school.example"));
  }

  @Provide
  Arbitrary<Audience> audiences() {
    return Combinators.combine(some(Audience.ROLES), some(BOARDS), some(SCHOOLS), some(THEMES))
        .as(
            (roles, boards, schools, themes) ->
                new Audience(roles, boards, schools, themes, false));
  }

  @Provide
  Arbitrary<Person> people() {
    Arbitrary<String> organisations =
        Arbitraries.of("board:1", "board:2", "board:3", "pabo:rijnmond");
    return Combinators.combine(
            organisations,
            some(Audience.ROLES),
            Arbitraries.of(SCHOOLS).injectNull(0.3),
            some(THEMES))
        .as(
            (organisation, roles, school, themes) ->
                new Person(organisation, "k", "Anna", "a@x.example", roles, school, themes));
  }

  @Provide
  Arbitrary<Set<Owner>> partners() {
    return Arbitraries.of(BOARDS).map(Owner::board).set().ofMaxSize(3);
  }

  private static Arbitrary<List<String>> some(List<String> values) {
    return Arbitraries.of(values).list().uniqueElements().ofMaxSize(2);
  }

  private static boolean overlap(List<String> one, List<String> other) {
    return one.stream().anyMatch(other::contains);
  }
}
