package nl.samenopleiden.events.evening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import nl.samenopleiden.platform.store.Stored;
import org.jspecify.annotations.Nullable;

/**
 * An evening as the API shows it.
 *
 * @param organiser the organisation that organises it
 * @param state {@code ANNOUNCED} or {@code CANCELLED}
 * @param audience whom it concerns; only for its organiser
 * @param telling how far those have been told; only for its organiser
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EveningView(
    String id,
    Organiser organiser,
    String state,
    String title,
    String summary,
    List<String> themes,
    String place,
    Instant startsAt,
    int minutes,
    int capacity,
    @Nullable Audience audience,
    @Nullable Progress telling) {

  /** The organisation that organises it. */
  public record Organiser(String owner, String name) {}

  /** How many have been told, of how many there are. */
  public record Progress(int told, int people, boolean finished) {}

  /** As its organiser sees it. */
  public static EveningView forOrganiser(Stored<Evening> evening, String organiser) {
    Telling telling = evening.state().telling();
    return view(
        evening,
        organiser,
        evening.state().audience(),
        new Progress(telling.told(), telling.people(), telling.finished()));
  }

  /** As somebody who is invited sees it. */
  public static EveningView forInvitee(Stored<Evening> evening, String organiser) {
    return view(evening, organiser, null, null);
  }

  private static EveningView view(
      Stored<Evening> evening,
      String organiser,
      @Nullable Audience audience,
      @Nullable Progress telling) {
    Details details = evening.state().details();
    return new EveningView(
        evening.id().value(),
        new Organiser(evening.id().owner().toString(), organiser),
        switch (evening.state()) {
          case Evening.Announced _ -> "ANNOUNCED";
          case Evening.Cancelled _ -> "CANCELLED";
        },
        details.title(),
        details.summary(),
        details.themes(),
        details.place(),
        details.startsAt(),
        details.minutes(),
        details.capacity(),
        audience,
        telling);
  }
}
