package nl.samenopleiden.partnership.school;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import nl.samenopleiden.partnership.school.SchoolFact.SchoolChanged;
import nl.samenopleiden.partnership.school.SchoolFact.SchoolClosed;
import nl.samenopleiden.partnership.school.SchoolFact.SchoolRegistered;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.web.Refusal;

/**
 * A school location under a board. A location that goes to another board is closed under the old
 * one and registered under the new one: data stays with its owner.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = School.Registered.class, name = "registered"),
  @JsonSubTypes.Type(value = School.Closed.class, name = "closed")
})
public sealed interface School {

  /** What the register says of it, or said last. */
  SchoolDetails details();

  /** In the register. */
  record Registered(SchoolDetails details) implements School {

    Decision<School> closed() {
      return Decision.accept(new Closed(details), new SchoolClosed(details.code()));
    }
  }

  /** No longer in the register under this board. */
  record Closed(SchoolDetails details) implements School {}

  /** The register says this of the location. */
  static Decision<School> register(Optional<School> now, SchoolDetails details) {
    if (now.isPresent() && now.get() instanceof Registered(SchoolDetails known)) {
      return known.equals(details)
          ? Decision.unchanged()
          : Decision.accept(new Registered(details), changed(details));
    }
    return Decision.accept(new Registered(details), registered(details));
  }

  /** The location is no longer in the register under this board. */
  static Decision<School> close(Optional<School> now) {
    if (now.isEmpty()) {
      return Decision.refuse(Refusal.NOT_FOUND);
    }
    return switch (now.get()) {
      case Registered registered -> registered.closed();
      case Closed _ -> Decision.unchanged();
    };
  }

  private static SchoolRegistered registered(SchoolDetails its) {
    return new SchoolRegistered(
        its.code(),
        its.brin(),
        its.name(),
        its.street(),
        its.postcode(),
        its.place(),
        its.municipality(),
        its.province(),
        its.denomination());
  }

  private static SchoolChanged changed(SchoolDetails its) {
    return new SchoolChanged(
        its.code(),
        its.brin(),
        its.name(),
        its.street(),
        its.postcode(),
        its.place(),
        its.municipality(),
        its.province(),
        its.denomination());
  }
}
