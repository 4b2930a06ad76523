package nl.samenopleiden.local.frontdoor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a visitor does at the events service. */
public record AtEvents(Visitor visitor) {

  private static final String API = "/api/events";

  /** Whom an evening concerns; an empty list means that it does not matter. */
  public record Audience(
      List<String> roles, List<String> boards, List<String> schools, List<String> themes) {}

  /** An evening to announce. */
  public record NewEvening(
      String title,
      String summary,
      List<String> themes,
      String place,
      Instant startsAt,
      int minutes,
      int capacity,
      Audience audience) {}

  public long evenings() {
    return visitor.get(API + "/evenings?size=1").path("total").asLong();
  }

  /** How many people an audience would reach. */
  public long reach(Audience audience) {
    return visitor.post(API + "/evenings/reach", audience).json().path("people").asLong();
  }

  /**
   * @return the evening's id
   */
  public String announce(NewEvening evening) {
    return visitor.post(API + "/evenings", evening).json().path("id").asString();
  }

  /** The evening, for its organiser with how the inviting goes. */
  public JsonNode evening(String id) {
    return visitor.get(API + "/evenings/" + id);
  }

  /** The evenings that the visitor is invited to. */
  public List<String> invitations() {
    JsonNode mine = visitor.get(API + "/invitations/mine?size=200");
    return (mine.isArray() ? mine : mine.path("items"))
        .valueStream()
        .map(invitation -> invitation.path("evening").asString())
        .toList();
  }

  public void answer(String evening, boolean yes) {
    visitor.post(API + "/evenings/" + evening + "/answer", Map.of("answer", yes ? "YES" : "NO"));
  }
}
