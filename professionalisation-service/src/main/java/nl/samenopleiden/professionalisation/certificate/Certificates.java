package nl.samenopleiden.professionalisation.certificate;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.samenopleiden.platform.store.AggregateStore;
import nl.samenopleiden.platform.store.Aggregates;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.store.Stored;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.OwnedId;
import nl.samenopleiden.platform.tenancy.Scope;
import nl.samenopleiden.professionalisation.certificate.Certificate.Statement;
import nl.samenopleiden.professionalisation.registration.Seats;
import org.bson.BsonDateTime;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** The certificates that hold, of courses that are over: for whose they are, and by their code. */
@Component
final class Certificates {

  private static final int MOST = 5_000;

  private final AggregateStore<Certificate> store;
  private final CodeRegister codes;
  private final Clock clock;

  Certificates(Aggregates aggregates, CodeRegister codes, Clock clock) {
    this.store = aggregates.of("certificate", Certificate.class, each -> each.says().title());
    this.codes = codes;
    this.clock = clock;
    store.collection().index(false, "state.says.person", "state.says.startsAt");
  }

  /**
   * The caller's certificate for a course.
   *
   * @param course the value of the course's id
   */
  Optional<Statement> find(Access access, String course) {
    return Seats.idsOf(access.caller(), course).stream()
        .flatMap(id -> read(id).flatMap(this::holding).stream())
        .filter(says -> Seats.namesOf(access.caller()).contains(says.person()))
        .findFirst();
  }

  /** What the certificate with this code says. */
  Optional<Statement> find(Code code) {
    return codes
        .find(code)
        .flatMap(this::read)
        .flatMap(this::holding)
        .filter(says -> says.code().equals(code.text()));
  }

  /** The caller's certificates, the last course first; the words stand in the title. */
  Page<Statement> page(Access access, String words, PageRequest page) {
    return store
        .page(access.own(), mine(access), words, Sorts.descending("state.says.startsAt"), page)
        .map(each -> each.state().says());
  }

  /** All certificates of the caller, the first course first. */
  List<Statement> all(Access access) {
    return store
        .list(access.own(), mine(access), Sorts.ascending("state.says.startsAt"), MOST)
        .stream()
        .map(each -> each.state().says())
        .toList();
  }

  /** The certificate that follows the attendance of this name. */
  Optional<Certificate> read(OwnedId id) {
    return store.find(Scope.of(id.owner()), id).map(Stored::state);
  }

  /** Makes out a certificate; of one that has been made out the hours become these. */
  void issue(OwnedId id, Statement fresh) {
    store.change(fresh.person(), id, before -> Certificate.issue(before, fresh));
  }

  /** Takes back a certificate that was made out. */
  void withdraw(OwnedId id, Certificate known) {
    store.change(known.says().person(), id, before -> Certificate.withdraw(before.orElse(known)));
  }

  private Optional<Statement> holding(Certificate certificate) {
    return certificate instanceof Certificate.Valid(var says) && says.isOver(clock.instant())
        ? Optional.of(says)
        : Optional.empty();
  }

  private Bson mine(Access access) {
    return Filters.and(
        Filters.in("state.says.person", Seats.namesOf(access.caller())),
        Filters.eq("state.is", "valid"),
        Filters.lte("state.says.endsAt", new BsonDateTime(clock.millis())));
  }
}
