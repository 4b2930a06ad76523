package nl.samenopleiden.local.loading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import nl.samenopleiden.local.frontdoor.AtEvents;
import nl.samenopleiden.local.frontdoor.AtProfessionalisation.NewCourse;

/** Courses, places and an evening that the demonstration pabo has planned, counted from today. */
public final class DemoOffer {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final LocalTime AFTERNOON = LocalTime.of(14, 30);
  private static final LocalTime EVENING = LocalTime.of(19, 30);
  private static final String AT_PABO = "Pabo Rijnmond, lokaal 1.12";
  private static final int AUGUST = 8;

  private DemoOffer() {}

  static List<NewCourse> courses(LocalDate today) {
    return List.of(
        course(
            today,
            2,
            24,
            "Coachen van studenten: de basis",
            "guidance-of-students",
            "Hoe begeleid je een student in jouw klas? Kijken, luisteren, vragen en feedback geven."),
        course(
            today,
            3,
            16,
            "Oplossingsgericht werken in de klas",
            "solution-focused-working",
            "Van probleem naar gewenste toekomst: de schaalvraag, de wondervraag en het compliment."),
        course(
            today,
            4,
            12,
            "Beeldcoaching voor beginners",
            "video-coaching",
            "Samen terugkijken naar een kort fragment uit je eigen les, en daarvan leren."),
        course(
            today,
            5,
            20,
            "Het jonge kind: spelend leren",
            "young-child",
            "Rijke spelomgevingen voor groep 1 en 2, en wat een student daar kan leren."),
        course(
            today,
            6,
            18,
            "Samen beoordelen",
            "assessing-together",
            "School en pabo kijken met dezelfde bril naar de ontwikkeling van een student."));
  }

  /** A course at the pabo some weeks from today. */
  public static NewCourse course(
      LocalDate today, int weeks, int seats, String title, String theme, String summary) {
    return new NewCourse(
        title, summary, List.of(theme), AT_PABO, at(today.plusWeeks(weeks), AFTERNOON), 180, seats);
  }

  static AtEvents.NewEvening evening(LocalDate today) {
    return evening(
        today,
        "Inspiratieavond: oplossingsgericht werken",
        new AtEvents.Audience(
            List.of(), List.of("90001"), List.of(), List.of("solution-focused-working")));
  }

  /** An evening on solution-focused working, four weeks from today. */
  public static AtEvents.NewEvening evening(
      LocalDate today, String title, AtEvents.Audience audience) {
    return new AtEvents.NewEvening(
        title,
        "Een lezing, twee voorbeelden uit de praktijk en tijd om elkaar te spreken.",
        List.of("solution-focused-working"),
        "Pabo Rijnmond, aula",
        at(today.plusWeeks(4), EVENING),
        120,
        150,
        audience);
  }

  /**
   * The period of the next placements: the next quarter of the school year, as {@code 2026-2027-1}.
   */
  public static String periodAfter(LocalDate today) {
    LocalDate then = today.plusMonths(3);
    int start = then.getMonthValue() >= AUGUST ? then.getYear() : then.getYear() - 1;
    int quarter = 1 + Math.floorMod(then.getMonthValue() - AUGUST, 12) / 3;
    return "%d-%d-%d".formatted(start, start + 1, quarter);
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(AMSTERDAM).toInstant();
  }
}
