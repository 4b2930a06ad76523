package nl.samenopleiden.professionalisation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.test.Heard;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.ReceivedMail;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class RegistrationMailsTest {

  @Autowired private Samen samen;
  private CourseWorld world;

  @BeforeEach
  void aPaboWithAPartner() {
    world = new CourseWorld(samen);
  }

  @Test
  void aSeatIsConfirmedWithAnEntryForTheCalendarInDutchTime() {
    Map<String, Object> offer = world.offer(1);
    offer.put("startsAt", "2035-07-10T17:30:00Z");
    String course = world.publish(offer);
    Person teacher = world.teacher();
    world.register(teacher, course);
    ReceivedMail mail = theMailTo(teacher);
    assertThat(mail.subject()).isEqualTo("U heeft een plaats: Beeldcoaching in de klas");
    assertThat(mail.text())
        .startsWith("Beste " + teacher.name())
        .contains("dinsdag 10 juli 2035, 19.30 uur (1 uur en 30 minuten)")
        .contains("Zaal 3, Rotterdam")
        .contains("/professionalisation/courses/" + course);
    assertThat(unfolded(mail.calendar()))
        .contains("METHOD:REQUEST")
        .contains("STATUS:CONFIRMED")
        .contains("DTSTART;TZID=Europe/Amsterdam:20350710T193000")
        .contains("DTEND;TZID=Europe/Amsterdam:20350710T210000")
        .contains("BEGIN:VTIMEZONE")
        .contains("TZOFFSETTO:+0200")
        .contains("ATTENDEE")
        .contains("mailto:" + teacher.email())
        .contains("ORGANIZER:mailto:")
        .contains("SEQUENCE:1");
  }

  @Test
  void everyChangeIsOneMailAboutTheSameEntry() {
    String course = world.course(1);
    Person first = world.teacher();
    Person second = world.teacher();
    world.register(first, course);
    world.register(second, course);
    world.cancel(first, course);
    world.cancel(second, course);
    samen.await(() -> assertThat(samen.mailsTo(second.email())).hasSize(3));
    samen.await(() -> assertThat(samen.mailsTo(first.email())).hasSize(2));
    List<ReceivedMail> mails = samen.mailsTo(second.email());
    assertThat(mails)
        .extracting(ReceivedMail::subject)
        .containsExactlyInAnyOrder(
            "Wachtlijst, plaats 1: Beeldcoaching in de klas",
            "U heeft nu een plaats: Beeldcoaching in de klas",
            "U bent afgemeld: Beeldcoaching in de klas");
    assertThat(mails.stream().map(each -> line(each, "UID:")).distinct()).hasSize(1);
    assertThat(mails)
        .extracting(
            each ->
                line(each, "METHOD:") + " " + line(each, "SEQUENCE:") + " " + line(each, "STATUS:"))
        .containsExactlyInAnyOrder(
            "METHOD:REQUEST SEQUENCE:1 STATUS:TENTATIVE",
            "METHOD:REQUEST SEQUENCE:2 STATUS:CONFIRMED",
            "METHOD:CANCEL SEQUENCE:3 STATUS:CANCELLED");
  }

  @Test
  void aFactThatIsHeardTwiceIsOneMail() {
    String course = world.course(1);
    Person teacher = world.teacher();
    world.register(teacher, course);
    theMailTo(teacher);
    Heard fact =
        samen.heard("SeatConfirmed").stream()
            .filter(each -> each.json().get("course").asString().equals(course))
            .findFirst()
            .orElseThrow();
    samen.tell(
        "professionalisation",
        "registration",
        fact.id(),
        fact.sequence(),
        "SeatConfirmed",
        fact.json().toString());
    world.cancel(teacher, course);
    samen.await(
        () ->
            assertThat(samen.mailsTo(teacher.email()))
                .extracting(ReceivedMail::subject)
                .contains("U bent afgemeld: Beeldcoaching in de klas"));
    assertThat(samen.mailsTo(teacher.email())).hasSize(2);
  }

  @Test
  void mailsAreInTheLanguageInWhichThePersonRegistered() {
    String course = world.course(1);
    Person teacher = world.teacher();
    samen.as(teacher).in("en").post(CourseWorld.path(course) + "/registrations", Map.of());
    ReceivedMail mail = theMailTo(teacher);
    assertThat(mail.subject()).isEqualTo("You have a seat: Beeldcoaching in de klas");
    assertThat(mail.text()).contains("Dear ").contains("1 hour and 30 minutes");
  }

  @Test
  void everybodyHearsThatACourseIsOff() {
    String course = world.course(1);
    Person seated = world.teacher();
    Person waiting = world.teacher();
    world.register(seated, course);
    world.register(waiting, course);
    samen.as(world.lecturer()).post(CourseWorld.path(course) + "/cancellation", Map.of());
    for (Person each : List.of(seated, waiting)) {
      samen.await(
          () ->
              assertThat(samen.mailsTo(each.email()))
                  .extracting(ReceivedMail::subject)
                  .contains("Gaat niet door: Beeldcoaching in de klas"));
      assertThat(samen.mailsTo(each.email())).hasSize(2);
    }
  }

  private ReceivedMail theMailTo(Person person) {
    samen.await(() -> assertThat(samen.mailsTo(person.email())).hasSize(1));
    return samen.mailsTo(person.email()).getFirst();
  }

  private static String line(ReceivedMail mail, String start) {
    return unfolded(mail.calendar())
        .lines()
        .filter(each -> each.startsWith(start))
        .findFirst()
        .orElse("");
  }

  private static String unfolded(String calendar) {
    return calendar.replace("\r\n", "\n").replace("\n ", "");
  }
}
