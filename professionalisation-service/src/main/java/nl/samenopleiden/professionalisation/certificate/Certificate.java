package nl.samenopleiden.professionalisation.certificate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;
import nl.samenopleiden.platform.store.Decision;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Owner;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of one person for one course; named and owned as the attendance that it follows.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Certificate.Valid.class, name = "valid"),
  @JsonSubTypes.Type(value = Certificate.Withdrawn.class, name = "withdrawn")
})
sealed interface Certificate {

  /** What it says. */
  Statement says();

  /** Holds. */
  record Valid(Statement says) implements Certificate {}

  /** The person was not there often enough after all; with the same code it can hold again. */
  record Withdrawn(Statement says) implements Certificate {}

  /**
   * What a certificate says.
   *
   * @param code verifies it; see {@link Code}
   * @param person the token's subject of whose it is
   * @param name of whose it is, as it is printed
   * @param course the text form of the course's id
   * @param startsAt when its first session started
   * @param endsAt when its last session ended
   * @param minutes how long the sessions took together that the person was at
   * @param issuedAt when it was made out; what it says holds from the end of the course
   */
  record Statement(
      String code,
      String person,
      String name,
      String course,
      String title,
      Instant startsAt,
      Instant endsAt,
      int minutes,
      @Nullable String school,
      Instant issuedAt) {

    OwnedId courseId() {
      return OwnedId.parse(course);
    }

    /** The pabo that gave the course, and gives the certificate. */
    Owner pabo() {
      return courseId().owner();
    }

    /** The same, of sessions that took so long together. */
    Statement withMinutes(int minutes) {
      return new Statement(
          code, person, name, course, title, startsAt, endsAt, minutes, school, issuedAt);
    }

    /** Whether the course is over. */
    boolean isOver(Instant now) {
      return !now.isBefore(endsAt);
    }

    /** From when on it holds. */
    Instant holdsFrom() {
      return issuedAt.isAfter(endsAt) ? issuedAt : endsAt;
    }
  }

  /**
   * Makes it out. One that was made out before keeps its code, and all that it says but the hours;
   * so does one that was withdrawn, which holds again.
   */
  static Decision<Certificate> issue(Optional<Certificate> before, Statement fresh) {
    return switch (before.orElse(null)) {
      case null -> Decision.accept(new Valid(fresh), CertificateFacts.issued(fresh));
      case Valid(var says) when says.minutes() == fresh.minutes() -> Decision.unchanged();
      case Valid(var says) -> {
        Statement corrected = says.withMinutes(fresh.minutes());
        yield Decision.accept(new Valid(corrected), CertificateFacts.corrected(corrected));
      }
      case Withdrawn(var says) -> {
        Statement again = says.withMinutes(fresh.minutes());
        yield Decision.accept(new Valid(again), CertificateFacts.issued(again));
      }
    };
  }

  /** Takes it back. */
  static Decision<Certificate> withdraw(Certificate before) {
    return switch (before) {
      case Valid(var says) ->
          Decision.accept(new Withdrawn(says), CertificateFacts.withdrawn(says));
      case Withdrawn _ -> Decision.unchanged();
    };
  }
}
