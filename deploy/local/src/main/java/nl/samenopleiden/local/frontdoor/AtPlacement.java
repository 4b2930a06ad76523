package nl.samenopleiden.local.frontdoor;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** What a visitor does at the placement service. */
public record AtPlacement(Visitor visitor) {

  private static final String API = "/api/placement";

  /** How many schools the service knows of all boards together; only the operator may ask. */
  public long knownSchools() {
    return visitor.get(API + "/schools/count").path("count").asLong();
  }

  /** How many schools the visitor sees. */
  public long schools() {
    return visitor.get(API + "/schools?size=1").path("total").asLong();
  }

  public long students() {
    return visitor.get(API + "/students?size=1").path("total").asLong();
  }

  public ImportReport importStudents(String fileName, byte[] content) {
    return ImportReport.follow(visitor, API + "/student-imports", fileName, content, _ -> {});
  }

  /** The id of a student who has no placement in a period. */
  public Optional<String> studentWithout(String period) {
    return IntStream.iterate(0, page -> page * 200L < students(), page -> page + 1)
        .boxed()
        .flatMap(
            page ->
                visitor.get(API + "/students?size=200&page=" + page).path("items").valueStream())
        .filter(
            student ->
                student
                    .path("placements")
                    .valueStream()
                    .noneMatch(place -> place.path("period").asString().equals(period)))
        .map(student -> student.path("id").asString())
        .findFirst();
  }

  public long offers() {
    return visitor.get(API + "/capacity?size=1").path("total").asLong();
  }

  /** The places that a school offers in a period, if the visitor sees them. */
  public Optional<JsonNode> offer(String school, String period) {
    return visitor
        .get(API + "/capacity?size=200&period=" + UrlText.of(period) + "&q=" + UrlText.of(school))
        .path("items")
        .valueStream()
        .filter(offer -> offer.path("school").asString().equals(school))
        .findFirst();
  }

  public Reply offerPlaces(String school, String period, String kind, int places) {
    return visitor.post(
        API + "/capacity",
        Map.of("school", school, "period", period, "kind", kind, "places", places));
  }

  public JsonNode place(String student, String school, String period, String kind) {
    return visitor
        .post(
            API + "/placements",
            Map.of("student", student, "school", school, "period", period, "kind", kind))
        .json();
  }
}
