package nl.samenopleiden.professionalisation.study;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import nl.samenopleiden.platform.store.Decision;

/**
 * A personal-development module of a pabo. What it consists of does not change, since people are on
 * their way through it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = StudyModule.Offered.class, name = "offered"),
  @JsonSubTypes.Type(value = StudyModule.Withdrawn.class, name = "withdrawn")
})
sealed interface StudyModule {

  /** What it offers, or offered. */
  Content content();

  /** People can start it. */
  record Offered(Content content) implements StudyModule {}

  /** Nobody can start it any more; who had can finish it. */
  record Withdrawn(Content content) implements StudyModule {}

  /** Takes it back. */
  static Decision<StudyModule> withdraw(String id, StudyModule before) {
    return switch (before) {
      case Withdrawn _ -> Decision.unchanged();
      case Offered(var content) ->
          Decision.accept(new Withdrawn(content), new StudyFacts.StudyModuleWithdrawn(id));
    };
  }
}
