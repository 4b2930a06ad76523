package nl.samenopleiden.professionalisation.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.CourseWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class HoursTest {

  private static final String API = "/api/professionalisation/hours";
  private static final String PAGE = "/professionalisation/hours";

  @Autowired private Samen samen;
  @Autowired private Collections collections;
  private CourseWorld world;
  private Person teacher;

  @BeforeEach
  void aTeacher() {
    world = new CourseWorld(samen);
    teacher = world.teacher();
  }

  @Test
  void hoursAreAddedUpForEachSchoolYearAndOnlyTheirOwnerSeesThem() {
    follow("Rekenen", 1);
    follow("Lezen", 1);
    follow("Zingen", 400);
    samen.await(
        () -> assertThat(samen.as(teacher).get(API).json().get("total").asInt()).isEqualTo(3));

    Answer years = samen.as(teacher).get(API + "/years");
    assertThat(years.json()).hasSize(2);
    assertThat(years.json().get(0).get("minutes").asInt()).isEqualTo(180);
    assertThat(years.json().get(0).get("courses").asInt()).isEqualTo(2);
    assertThat(years.json().get(0).get("schoolYear").asString()).isEqualTo(yearOf(1));
    assertThat(years.json().get(1).get("schoolYear").asString()).isEqualTo(yearOf(400));
    assertThat(samen.as(teacher).get(PAGE).body())
        .contains("Schooljaar " + yearOf(1), "3 uur", "in 2 cursussen", "in 1 cursus<")
        .contains("width=\"50.0\"", "Rekenen", "Lezen", "Zingen");
    assertThat(samen.as(teacher).in("en").get(PAGE).body())
        .contains("My hours", "in 2 courses", "Download for your register");
    assertThat(samen.as(teacher).get(PAGE + "?q=zing").body())
        .contains("Zingen")
        .doesNotContain("Rekenen");
    Answer second = samen.as(teacher).get(API + "?size=1&page=2");
    assertThat(second.json().get("items")).hasSize(1);
    assertThat(second.json().get("items").get(0).get("title").asString()).isEqualTo("Zingen");

    Person other = world.teacher();
    assertThat(samen.as(other).get(API).json().get("total").asInt()).isZero();
    assertThat(samen.as(other).get(API + "/years").json()).isEmpty();
    assertThat(samen.as(other).get(API + "/csv").body().lines()).hasSize(1);
    assertThat(samen.as(other).get(PAGE).body()).contains("U heeft nog geen uren");
    assertThat(samen.anonymous().get(API).status()).isEqualTo(401);
  }

  @Test
  void theFileOpensInASpreadsheetAndNothingInItIsAFormula() {
    follow("=1+1; \"echt\"", 1);
    samen.await(
        () -> assertThat(samen.as(teacher).get(API).json().get("total").asInt()).isEqualTo(1));
    Answer file = samen.as(teacher).get(PAGE + "/csv");
    assertThat(file.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
    assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"uren.csv\"");
    String certificate =
        samen.as(teacher).get(API).json().get("items").get(0).get("certificate").asString();
    String day =
        Instant.now().minus(Duration.ofDays(1)).atZone(Moments.ZONE).toLocalDate().toString();
    assertThat(file.body())
        .isEqualTo(
            "\uFEFFSchooljaar;Datum;Cursus;Aanbieder;Uren;Certificaat\r\n"
                + yearOf(1)
                + ";"
                + day
                + ";\"'=1+1; \"\"echt\"\"\";"
                + world.pabo()
                + ";1,5;"
                + certificate
                + "\r\n");
    assertThat(samen.as(teacher).in("en").get(API + "/csv").body())
        .startsWith("\uFEFFSchool year;Date;")
        .contains(";1.5;");
  }

  @Test
  void whatLooksLikeAFormulaIsText() {
    for (String each : new String[] {"=A1", "+1", "-1", "@SUM", "\tx", "\rx"}) {
      assertThat(Hours.harmless(each)).isEqualTo("'" + each);
    }
    assertThat(Hours.harmless("Rekenen = leuk")).isEqualTo("Rekenen = leuk");
    assertThat(Hours.harmless("")).isEmpty();
    assertThat(Hours.inHours(5000, Locale.of("nl"))).isEqualTo("83,33");
  }

  /** A course of this title, so many days ago, that the teacher was at. */
  private void follow(String title, int days) {
    Map<String, Object> offer = world.offer(1);
    offer.put("title", title);
    String course = world.publish(offer);
    world.register(teacher, course);
    world.begun(collections, course, Duration.ofDays(days));
    assertThat(world.mark(teacher, course, true).status()).isEqualTo(200);
  }

  private static String yearOf(int daysAgo) {
    return SchoolYear.of(Instant.now().minus(Duration.ofDays(daysAgo))).toString();
  }
}
