package nl.samenopleiden.professionalisation.registration;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.tenancy.Caller;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Moments;
import nl.samenopleiden.professionalisation.course.Places;
import nl.samenopleiden.professionalisation.registration.Consent.Standing;
import nl.samenopleiden.professionalisation.registration.Desk.Place;
import nl.samenopleiden.professionalisation.registration.Registration.Status;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the pages of courses know of registrations. */
@Component
final class CoursePlaces implements Places {

  private final RegistrationBook book;
  private final RegistrationDesks desks;
  private final Registering registering;
  private final Agreements agreements;
  private final Practices practices;
  private final MessageSource messages;

  CoursePlaces(
      RegistrationBook book,
      RegistrationDesks desks,
      Registering registering,
      Agreements agreements,
      Practices practices,
      MessageSource messages) {
    this.book = book;
    this.desks = desks;
    this.registering = registering;
    this.agreements = agreements;
    this.practices = practices;
    this.messages = messages;
  }

  @Override
  public Map<OwnedId, Taken> taken(Collection<OwnedId> courses) {
    return book.taken(courses);
  }

  @Override
  public Map<OwnedId, Mine> mine(Caller caller, Collection<OwnedId> courses) {
    return places(
        book.find(
                courses.stream()
                    .flatMap(course -> Whose.idsOf(caller, course.value()).stream())
                    .toList())
            .values());
  }

  @Override
  public Map<OwnedId, Mine> all(Caller caller) {
    return places(book.allOwn(caller));
  }

  @Override
  public boolean mayRegister(Caller caller) {
    return allows(RegistrationPages.class, caller);
  }

  @Override
  public boolean mayPassOn(Caller caller) {
    return caller.school() != null && allows(PassingOnPages.class, caller);
  }

  @Override
  public boolean mayEnrol(Caller caller) {
    return caller.school() != null && allows(EnrollingPages.class, caller);
  }

  @Override
  public boolean isAskedFirst(Caller caller) {
    return caller.school() != null
        && allows(AgreementPages.class, caller)
        && (practices.of(caller.home()).asksFirst()
            || agreements.count(caller.home(), caller.school()) > 0);
  }

  @Override
  public boolean maySetPractice(Caller caller) {
    return allows(PracticePages.class, caller);
  }

  private static boolean allows(Class<?> pages, Caller caller) {
    return caller.is(Objects.requireNonNull(pages.getAnnotation(Allowed.class)).value());
  }

  @Override
  public void lookAgain(OwnedId course) {
    if (book.version(course) > 0) {
      desks.ask(course, new Request.LookAgain());
    }
  }

  /** How it stands with the school leader's agreement, in words; none when that is not asked. */
  private @Nullable String agreement(Registration registration, @Nullable Standing standing) {
    if (standing == null) {
      return null;
    }
    Locale language = LocaleContextHolder.getLocale();
    String until =
        registration.who().consent() instanceof Consent.Asked asked
            ? Moments.inWords(asked.until(), language)
            : "";
    return messages.getMessage(standing.key(), new Object[] {until}, language);
  }

  private Map<OwnedId, Mine> places(Collection<Registration> found) {
    List<Registration> registrations =
        found.stream().filter(each -> each.status().isInForce()).toList();
    Map<OwnedId, Standing> standings = agreements.standings(registrations);
    return registrations.stream()
        .collect(
            Collectors.toMap(
                Registration::course,
                each -> {
                  Place place = registering.place(each);
                  return new Mine(
                      place.status() == Status.SEAT,
                      place.status() == Status.IN_DRAW,
                      place.number(),
                      place.waitingPlace(),
                      place.offeredUntil() == null
                          ? null
                          : Moments.inWords(place.offeredUntil(), LocaleContextHolder.getLocale()),
                      agreement(each, standings.get(each.id())));
                },
                (one, _) -> one,
                HashMap::new));
  }
}
