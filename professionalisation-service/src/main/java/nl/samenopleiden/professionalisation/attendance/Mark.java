package nl.samenopleiden.professionalisation.attendance;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What is said of somebody at one session. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Mark.There.class, name = "present"),
  @JsonSubTypes.Type(value = Mark.Away.class, name = "absent")
})
public sealed interface Mark {

  /** When it was last said: what is said later goes before it. */
  Instant said();

  /**
   * Was there.
   *
   * @param since when it was first said
   */
  record There(Instant since, Way way, Instant said) implements Mark {}

  /** Was not there after all, or the lecturer said so at once. */
  record Away(Instant said) implements Mark {}

  /** Where it is known from. */
  enum Way {
    /** The course's own people said so. */
    LIST,
    /** The person handed in the code that was shown in the room. */
    CODE
  }
}
