package nl.samenopleiden.professionalisation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Looks where nobody else may: at the database itself. */
@SamenTest
class AnonymityTest {

  private static final String NUMBERS = "opinion-numbers";
  private static final String WORDS = "opinion-words";
  private static final String INVITEES = "evaluation-invitee";

  @Autowired private Samen samen;
  @Autowired private Collections collections;
  @Autowired private FollowingUp following;
  @Autowired private MongoClient client;

  @Value("${samen.database}")
  private String name;

  private EvaluationWorld world;

  @BeforeEach
  void aPaboWithAPartner() {
    world = new EvaluationWorld(samen, collections);
  }

  @Test
  void noDocumentHoldsBothAPersonAndAnAnswer() {
    List<Person> people = world.courses().teachers(5);
    String course = world.over("Rekenen", people);
    List<String> seats = people.stream().map(each -> seatOf(each, course)).toList();
    world.answered(people, course, 4, "onnavolgbaar");
    int answers = 0;
    for (String collection : database().listCollectionNames()) {
      for (BsonDocument each : documents(collection)) {
        String text = each.toJson();
        if (text.contains("onnavolgbaar") || each.containsKey("wellGiven")) {
          answers++;
          assertThat(collection).isIn(NUMBERS, WORDS);
          assertThat(text).doesNotContain(world.courses().board());
          for (int i = 0; i < people.size(); i++) {
            assertThat(text)
                .doesNotContain(people.get(i).sub())
                .doesNotContain(people.get(i).name())
                .doesNotContain(people.get(i).email())
                .doesNotContain(seats.get(i))
                .doesNotContain(seats.get(i).substring(seats.get(i).indexOf('~')));
          }
        }
      }
    }
    assertThat(answers).isGreaterThanOrEqualTo(10);
  }

  @Test
  void anAnswerHoldsItsCourseAndNothingElseThatCouldLeadToSomebody() {
    List<Person> people = world.courses().teachers(3);
    String course = world.over("Rekenen", people);
    world.answered(people, course, 2, "woorden");
    List<BsonDocument> numbers = of(NUMBERS, course);
    List<BsonDocument> words = of(WORDS, course);
    assertThat(numbers).hasSize(3);
    assertThat(words).hasSize(3);
    assertThat(numbers)
        .allSatisfy(
            each ->
                assertThat(each.keySet())
                    .isEqualTo(
                        Set.of("_id", "owner", "course", "useful", "wellGiven", "recommended")));
    assertThat(words)
        .allSatisfy(
            each ->
                assertThat(each.keySet())
                    .isEqualTo(Set.of("_id", "owner", "course", "text", "until", "search")));
    // The one time that there is, is the course's: the same for everybody.
    assertThat(words.stream().map(each -> each.get("until")).distinct()).hasSize(1);
    Set<Object> ids = new HashSet<>();
    numbers.forEach(each -> ids.add(each.get("_id")));
    words.forEach(each -> ids.add(each.get("_id")));
    assertThat(ids).as("the words do not lead to their numbers").hasSize(6);
  }

  @Test
  void whoAnsweredIsKnownWithoutWhenAndNotInTheOrderOfAnswering() {
    List<Person> people = world.courses().teachers(4);
    String course = world.over("Rekenen", people);
    world.answered(List.of(people.get(2)), course, 3, "");
    List<Object> before = ids(course);
    assertThat(before).hasSize(4);
    world.answered(List.of(people.get(3), people.get(0)), course, 3, "");
    assertThat(ids(course)).isEqualTo(before);
    assertThat(of(INVITEES, course))
        .allSatisfy(
            each ->
                assertThat(each.keySet())
                    .isEqualTo(Set.of("_id", "owner", "course", "invited", "answered")));
    assertThat(of(INVITEES, course).stream().filter(each -> each.getBoolean("answered").getValue()))
        .hasSize(3);
    assertThat(documents("audit").stream().map(BsonDocument::toJson))
        .filteredOn(each -> each.contains("evaluation") && each.contains(course))
        .allSatisfy(
            each -> people.forEach(person -> assertThat(each).doesNotContain(person.sub())));
  }

  @Test
  void afterClosingNobodyKnowsWhoAnsweredNorHowOnePersonsNumbersHangTogether() {
    List<Person> people = world.courses().teachers(5);
    String course = world.over("Rekenen", people);
    world.answered(people, course, 4, "woorden");
    world.closed(course);
    following.followUp(Instant.now());
    assertThat(of(NUMBERS, course)).isEmpty();
    assertThat(of(INVITEES, course)).isEmpty();
    assertThat(of(WORDS, course)).hasSize(5);
    assertThat(world.result(course).json().get("state").asString()).isEqualTo("COUNTED");
  }

  @Test
  void whatTooFewAnsweredIsWipedWithTheirWords() {
    List<Person> people = world.courses().teachers(4);
    String course = world.over("Rekenen", people);
    world.answered(people, course, 4, "woorden");
    world.closed(course);
    following.followUp(Instant.now());
    for (String collection : List.of(NUMBERS, WORDS, INVITEES)) {
      assertThat(of(collection, course)).isEmpty();
    }
  }

  @Test
  void wordsAreForgottenAYearAfterTheCourse() {
    List<Person> people = world.courses().teachers(5);
    String course = world.over("Rekenen", people);
    world.answered(people, course, 4, "woorden");
    world.courses().begun(collections, course, OpinionBox.WORDS_KEPT);
    assertThat(world.result(course).json().get("state").asString()).isEqualTo("COUNTED");
    Instant until =
        Instant.ofEpochMilli(of(WORDS, course).getFirst().getDateTime("until").getValue());
    following.followUp(until);
    assertThat(of(WORDS, course)).hasSize(5);
    following.followUp(until.plusMillis(1));
    assertThat(of(WORDS, course)).isEmpty();
    assertThat(world.result(course).json().get("answers").asInt()).isEqualTo(5);
  }

  private String seatOf(Person person, String course) {
    return samen
        .as(person)
        .get(CourseWorld.path(course) + "/registrations/mine")
        .json()
        .get("id")
        .asString();
  }

  private List<Object> ids(String course) {
    return of(INVITEES, course).stream().<Object>map(each -> each.get("_id")).toList();
  }

  private List<BsonDocument> of(String collection, String course) {
    String id = world.courses().id(course).toString();
    return documents(collection).stream()
        .filter(each -> each.getString("course").getValue().equals(id))
        .toList();
  }

  private List<BsonDocument> documents(String collection) {
    return database().getCollection(collection, BsonDocument.class).find().into(new ArrayList<>());
  }

  private MongoDatabase database() {
    return client.getDatabase(name);
  }
}
