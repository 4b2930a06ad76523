package nl.samenopleiden.professionalisation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.store.TenantCollection;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.platform.test.Person;
import nl.samenopleiden.platform.test.ReceivedMail;
import nl.samenopleiden.platform.test.Samen;
import nl.samenopleiden.platform.test.SamenTest;
import nl.samenopleiden.professionalisation.CourseWorld;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SamenTest
class EvaluationMailsTest {

  private static final String SUBJECT = "Wat vond u van ‘Rekenen’?";

  @Autowired private Samen samen;
  @Autowired private Collections collections;
  @Autowired private FollowingUp following;
  private EvaluationWorld world;

  @BeforeEach
  void aPaboWithAPartner() {
    world = new EvaluationWorld(samen, collections);
  }

  @Test
  void everybodyWhoWasThereIsInvitedOnceHoweverOftenTheWorkIsDone() {
    List<Person> people = world.courses().teachers(3);
    String course = world.over("Rekenen", people);
    following.followUp(Instant.now());
    // As if the work had stopped between writing a mail and noting that.
    TenantCollection invitees = collections.named("evaluation-invitee");
    Scope board = Scope.of(Owner.board(world.courses().board()));
    for (BsonDocument each : invitees.list(board, null, null, 10)) {
      invitees.update(
          OwnedId.parse(each.getString("_id").getValue()), null, Updates.set("invited", false));
    }
    following.followUp(Instant.now());
    following.followUp(Instant.now());
    ReceivedMail mail = invitation(people.getFirst());
    assertThat(mail.text())
        .startsWith("Beste " + people.getFirst().name())
        .contains("http://localhost:8080/professionalisation/courses/" + course + "/evaluation")
        .contains("minder dan een minuut", "alleen als minstens 5 mensen hebben geantwoord");
    theQueueIsEmpty();
    assertThat(people).allSatisfy(each -> assertThat(invitations(each)).hasSize(1));
  }

  @Test
  void whoWasNotThereIsNotInvitedAndWhoIsMarkedPresentLaterIs() {
    Person there = world.courses().teacher();
    Person late = world.courses().teacher();
    String course = world.over("Rekenen", List.of(there, late));
    world.courses().mark(there, course, true);
    following.followUp(Instant.now());
    invitation(there);
    theQueueIsEmpty();
    assertThat(invitations(late)).isEmpty();
    world.courses().mark(late, course, true);
    following.followUp(Instant.now());
    invitation(late);
    theQueueIsEmpty();
    assertThat(invitations(there)).hasSize(1);
  }

  @Test
  void nobodyIsInvitedBeforeTheEndAfterClosingOrToWhatWasCancelled() {
    Person teacher = world.courses().teacher();
    String coming = world.courses().course(1);
    world.courses().registered(teacher, coming);
    String cancelled = world.courses().course(1);
    world.courses().registered(teacher, cancelled);
    samen.as(world.lecturer()).post(CourseWorld.path(cancelled) + "/cancellation", Map.of());
    world.ended(cancelled);
    String closed = world.over("Rekenen", List.of(teacher));
    world.closed(closed);
    following.followUp(Instant.now());
    theQueueIsEmpty();
    assertThat(samen.mailsTo(teacher.email()).stream().map(ReceivedMail::subject))
        .noneMatch(each -> each.startsWith("Wat vond u"));
  }

  @Test
  void theInvitationIsInTheLanguageInWhichThePersonRegistered() {
    Person teacher = world.courses().teacher();
    Map<String, Object> offer = world.courses().offer(1);
    String course = world.courses().publish(offer);
    samen.as(teacher).in("en").post(CourseWorld.path(course) + "/registrations", Map.of());
    world.ended(course);
    following.followUp(Instant.now());
    samen.await(
        () ->
            assertThat(samen.mailsTo(teacher.email()))
                .extracting(ReceivedMail::subject)
                .contains("What did you think of ‘Beeldcoaching in de klas’?"));
  }

  private ReceivedMail invitation(Person person) {
    samen.await(() -> assertThat(invitations(person)).isNotEmpty());
    return invitations(person).getFirst();
  }

  private List<ReceivedMail> invitations(Person person) {
    return samen.mailsTo(person.email()).stream()
        .filter(each -> each.subject().equals(SUBJECT))
        .toList();
  }

  private void theQueueIsEmpty() {
    samen.await(
        () ->
            assertThat(collections.named("mails").waiting(Filters.eq("waiting", true), 10))
                .isEmpty());
  }
}
