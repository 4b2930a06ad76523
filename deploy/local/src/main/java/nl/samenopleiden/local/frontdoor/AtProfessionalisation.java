package nl.samenopleiden.local.frontdoor;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a visitor does at the professionalisation service. */
public record AtProfessionalisation(Visitor visitor) {

  private static final String API = "/api/professionalisation";

  /** A course to publish. */
  public record NewCourse(
      String title,
      String summary,
      List<String> themes,
      String place,
      Instant startsAt,
      int minutes,
      int seats) {}

  /**
   * A place in a course.
   *
   * @param status {@code SEAT} or {@code WAITING}
   * @param number counts the registrations of the course
   */
  public record Registration(String course, String status, int number) {

    public boolean isSeat() {
      return status.equals("SEAT");
    }
  }

  public long courses() {
    return visitor.get(API + "/courses?size=1").path("total").asLong();
  }

  /**
   * @return the course's id
   */
  public String publish(NewCourse course) {
    return visitor.post(API + "/courses", course).json().path("id").asString();
  }

  public Registration register(String course) {
    return visitor
        .post(API + "/courses/" + course + "/registrations", Map.of())
        .as(Registration.class);
  }

  public void cancel(String course) {
    visitor.post(API + "/courses/" + course + "/registrations/mine/cancellation", Map.of());
  }

  /** The visitor's own place in a course; empty when there is none. */
  public java.util.Optional<String> statusIn(String course) {
    var mine = visitor.get(API + "/registrations/mine?size=200");
    return (mine.isArray() ? mine : mine.path("items"))
        .valueStream()
        .filter(registration -> registration.path("course").asString().equals(course))
        .map(registration -> registration.path("status").asString())
        .findFirst();
  }
}
