package nl.samenopleiden.professionalisation.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.test.Answer;
import nl.samenopleiden.platform.test.Heard;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class CertificateTest {

  private static final String MINE = "/api/professionalisation/certificates";
  private static final String PUBLIC = "/professionalisation/public/certificates";

  @Autowired private Samen samen;
  @Autowired private Collections collections;
  @Autowired private CertificatePdf pdf;
  private CourseWorld world;

  @BeforeEach
  void aPaboWithAPartner() {
    world = new CourseWorld(samen);
  }

  @Test
  void whoWasThereGetsACertificateAfterTheCourseAndNobodyElseDoes() {
    String course = world.course(2);
    Person there = world.teacher();
    Person away = world.teacher();
    List.of(there, away).forEach(each -> world.register(each, course));
    world.begun(collections, course, Duration.ofMinutes(100));
    world.mark(there, course, true);
    world.mark(away, course, false);

    Answer mine = certificateOf(there, course);
    assertThat(mine.json().get("minutes").asInt()).isEqualTo(90);
    assertThat(mine.json().get("verification").asString())
        .isEqualTo("http://localhost:8080" + PUBLIC + "/" + mine.json().get("code").asString());
    Answer file = samen.as(there).get(MINE + "/" + course + "/pdf");
    assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"certificaat.pdf\"");
    assertThat(file.body()).startsWith("%PDF-1.");
    assertThat(samen.as(there).get("/professionalisation/certificates").body())
        .contains("Beeldcoaching in de klas", "/professionalisation/certificates/" + course);
    for (String path : List.of("", "/pdf")) {
      assertThat(samen.as(away).get(MINE + "/" + course + path).status()).isEqualTo(404);
    }
    assertThat(samen.as(away).get("/professionalisation/certificates/" + course + "/pdf").status())
        .isEqualTo(404);
    assertThat(samen.as(world.lecturer()).get(MINE + "/" + course).status()).isEqualTo(404);
    assertThat(samen.as(away).get("/professionalisation/certificates").body())
        .contains("U heeft nog geen certificaten");
    samen.await(
        () ->
            assertThat(heard(course).stream().map(Heard::type))
                .containsExactly("CertificateIssued"));
    assertThat(heard(course).getFirst().json().toString()).doesNotContain(there.name());
  }

  @Test
  void theHoursAreThoseOfTheSessionsThatOneWasAtAndTheCourseIsOverAfterTheLast() {
    Instant first = Instant.now().plus(Duration.ofDays(30));
    Map<String, Object> offer = world.offer(1);
    offer.put("sessions", List.of(session(first, 60), session(first.plus(Duration.ofDays(7)), 45)));
    String course = world.publish(offer);
    Person teacher = world.teacher();
    world.register(teacher, course);
    world.begun(collections, course, Duration.ofDays(8));
    world.mark(teacher, course, 1, true);
    world.mark(teacher, course, 2, true);
    Answer certificate = certificateOf(teacher, course);
    assertThat(certificate.json().get("minutes").asInt()).isEqualTo(105);
    assertThat(Instant.parse(certificate.json().get("endsAt").asString()))
        .isBetween(
            Instant.now().minus(Duration.ofHours(24)), Instant.now().minus(Duration.ofHours(23)));
  }

  @Test
  void itTakesAsManySessionsAsTheCourseAsksForAndCountsTheHoursOfThoseOnly() {
    String course = world.courseOf(4, 2);
    Person teacher = world.teacher();
    Person seldom = world.teacher();
    assertThat(samen.as(teacher).get(CourseWorld.path(course)).json().get("sessionsNeeded").asInt())
        .isEqualTo(3);
    assertThat(samen.as(teacher).get(CourseWorld.page(course)).body())
        .as("what it takes is said before anybody registers")
        .contains("Voor wie bij minstens 3 van de 4 bijeenkomsten was");
    world.register(teacher, course);
    world.register(seldom, course);
    world.begun(collections, course, Duration.ofDays(22));
    for (int session : new int[] {1, 2, 4}) {
      world.mark(teacher, course, session, true);
    }
    world.mark(seldom, course, 1, true);
    world.mark(seldom, course, 2, true);
    String code = certificateOf(teacher, course).json().get("code").asString();
    assertThat(certificateOf(teacher, course).json().get("minutes").asInt()).isEqualTo(270);
    assertThat(samen.as(seldom).get(MINE + "/" + course).status()).isEqualTo(404);
    assertThat(samen.as(teacher).get("/api/professionalisation/hours/csv").body())
        .contains(";4,5;");

    // The list is corrected: the same certificate, of other hours.
    world.mark(teacher, course, 3, true);
    samen.await(
        () ->
            assertThat(samen.as(teacher).get(MINE + "/" + course).json().get("minutes").asInt())
                .isEqualTo(360));
    assertThat(certificateOf(teacher, course).json().get("code").asString()).isEqualTo(code);
    world.mark(teacher, course, 1, false);
    world.mark(teacher, course, 2, false);
    samen.await(
        () -> assertThat(samen.as(teacher).get(MINE + "/" + course).status()).isEqualTo(404));
    assertThat(samen.anonymous().get("/api" + PUBLIC + "/" + code).status()).isEqualTo(404);
    world.mark(teacher, course, 1, true);
    assertThat(certificateOf(teacher, course).json().get("minutes").asInt()).isEqualTo(270);
    assertThat(certificateOf(teacher, course).json().get("code").asString()).isEqualTo(code);
    samen.await(
        () ->
            assertThat(heard(course).stream().map(Heard::type))
                .containsSubsequence(
                    "CertificateIssued",
                    "CertificateCorrected",
                    "CertificateWithdrawn",
                    "CertificateIssued"));
  }

  @Test
  void duringTheCourseThereIsNoneYet() {
    String course = world.course(1);
    Person teacher = world.teacher();
    world.register(teacher, course);
    world.begun(collections, course, Duration.ofMinutes(5));
    world.mark(teacher, course, true);
    samen.await(() -> assertThat(heard(course)).hasSize(1));
    assertThat(samen.as(teacher).get(MINE + "/" + course).status()).isEqualTo(404);
    assertThat(samen.as(teacher).get(MINE).json().get("total").asInt()).isZero();
  }

  @Test
  void anybodyWithTheCodeSeesWithoutSigningInThatItHoldsAndWhatItSays() {
    samen.tell(
        "partnership",
        "pabo",
        new OwnedId(Owner.OPERATOR, world.pabo()),
        "PaboRegistered",
        Map.of("code", world.pabo(), "name", "Pabo aan de Maas"));
    String course = world.course(1);
    Person teacher = followed(course).named("Zoë de Wit");
    String code = certificateOf(teacher, course).json().get("code").asString();
    samen.await(
        () ->
            assertThat(samen.anonymous().get(PUBLIC + "/" + code).body())
                .contains("Dit certificaat is geldig.", "Zoë de Wit", "Beeldcoaching in de klas")
                .contains("1 uur en 30 minuten", "Pabo aan de Maas", code)
                .doesNotContain("Uitloggen")
                .doesNotContain(teacher.email())
                .doesNotContain(world.board()));
    assertThat(
            samen
                .anonymous()
                .get(PUBLIC + "?code=" + code.replace("-", "").toLowerCase(java.util.Locale.ROOT))
                .body())
        .contains("Dit certificaat is geldig.");
    Answer api = samen.anonymous().get("/api" + PUBLIC + "/" + code);
    assertThat(api.json().propertyNames())
        .containsExactlyInAnyOrder(
            "code", "name", "title", "startsAt", "minutes", "pabo", "issuedAt");
    assertThat(samen.anonymous().in("en").get(PUBLIC + "/" + code).body())
        .contains("This certificate is valid.");
  }

  @Test
  void anUnknownCodeAndNonsenseVerifyNothing() {
    assertThat(samen.anonymous().get(PUBLIC).status()).isEqualTo(200);
    for (String code : List.of(Code.fresh().forPeople(), "nonsense")) {
      Answer page = samen.anonymous().get(PUBLIC + "/" + code);
      assertThat(page.status()).isEqualTo(404);
      assertThat(page.body()).contains("Bij deze code hoort geen geldig certificaat");
      assertThat(samen.anonymous().get("/api" + PUBLIC + "/" + code).status()).isEqualTo(404);
    }
    // Only reading, and only what is said to be for everybody.
    assertThat(samen.anonymous().postForm(PUBLIC, Map.of()).status()).isEqualTo(401);
    assertThat(samen.anonymous().get("/professionalisation/certificates").status()).isEqualTo(401);
    assertThat(samen.anonymous().get("/professionalisation/public/../certificates").status())
        .isIn(400, 401);
  }

  @Test
  void aCorrectionTakesTheCertificateBackAndTheSameOneHoldsAgain() {
    String course = world.course(1);
    Person teacher = followed(course);
    String code = certificateOf(teacher, course).json().get("code").asString();
    world.mark(teacher, course, false);
    samen.await(
        () -> assertThat(samen.anonymous().get(PUBLIC + "/" + code).status()).isEqualTo(404));
    assertThat(samen.as(teacher).get(MINE + "/" + course + "/pdf").status()).isEqualTo(404);
    world.mark(teacher, course, true);
    assertThat(certificateOf(teacher, course).json().get("code").asString()).isEqualTo(code);
    samen.await(
        () ->
            assertThat(heard(course).stream().map(Heard::type))
                .containsExactly("CertificateIssued", "CertificateWithdrawn", "CertificateIssued"));
  }

  @Test
  void thePrintedPageSaysAllOfItInDutchAndIsTaggedWithItsFontsInIt() throws IOException {
    Code code = Code.fresh();
    Instant start = Instant.parse("2026-11-25T18:30:00Z");
    Statement says =
        new Statement(
            code.text(),
            "subject",
            "Zoë Łukaszewicz-Şahin 漢",
            "pabo:maas/course",
            "Een heel lange titel die niet op één regel past: beeldcoaching in de klas",
            start,
            start.plus(Duration.ofMinutes(150)),
            150,
            null,
            start.plus(Duration.ofHours(1)));
    try (PDDocument document = Loader.loadPDF(pdf.of(says))) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      assertThat(text)
          .contains("Certificaat", "maas verklaart dat", "Zoë Łukaszewicz-Şahin ?")
          .contains("Een heel lange titel die niet op één regel past: beeldcoaching in de klas")
          .contains("op woensdag 25 november 2026.", "Omvang: 2 uur en 30 minuten.")
          .contains("Controlecode: " + code.forPeople());
      assertThat(text.replace(" ", ""))
          .contains("http://localhost:8080" + PUBLIC + "/" + code.forPeople());
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl-NL");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids()).hasSize(1);
      for (var name : document.getPage(0).getResources().getFontNames()) {
        assertThat(document.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
      }
    }
  }

  /** Somebody who was at this course, which is over. */
  private Person followed(String course) {
    Person teacher = world.teacher().named("Zoë de Wit");
    world.register(teacher, course);
    world.begun(collections, course, Duration.ofMinutes(100));
    assertThat(world.mark(teacher, course, true).status()).isEqualTo(200);
    return teacher;
  }

  private static Map<String, String> session(Instant starts, int minutes) {
    return Map.of(
        "startsAt",
        starts.toString(),
        "endsAt",
        starts.plus(Duration.ofMinutes(minutes)).toString());
  }

  private Answer certificateOf(Person person, String course) {
    samen.await(
        () -> assertThat(samen.as(person).get(MINE + "/" + course).status()).isEqualTo(200));
    return samen.as(person).get(MINE + "/" + course);
  }

  private List<Heard> heard(String course) {
    return samen.heard().stream()
        .filter(each -> each.source().equals("/professionalisation/certificate"))
        .filter(each -> each.json().get("course").asString().equals(course))
        .toList();
  }
}
