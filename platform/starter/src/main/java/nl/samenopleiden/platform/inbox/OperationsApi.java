package nl.samenopleiden.platform.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Access;
import nl.samenopleiden.platform.tenancy.Owner;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import nl.samenopleiden.platform.web.Policies;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What operators see and do about events that could not be read. */
@RestController
@RequestMapping("/api/${spring.application.name}/operations")
@Allowed(Role.OPERATOR)
final class OperationsApi {

  /**
   * How a replay went.
   *
   * @param read how many events were read now
   * @param left how many still are set aside
   */
  record Replayed(int read, long left) {}

  private final EventConsumer consumer;
  private final DeadLetters deadLetters;
  private final Freshness freshness;
  private final Policies policies;

  OperationsApi(
      EventConsumer consumer, DeadLetters deadLetters, Freshness freshness, Policies policies) {
    this.consumer = consumer;
    this.deadLetters = deadLetters;
    this.freshness = freshness;
    this.policies = policies;
  }

  /** Every endpoint of the service and who may call it: what is not in this list does not exist. */
  @GetMapping("/endpoints")
  List<Policies.Policy> endpoints() {
    return policies.all();
  }

  /** The organisations that the caller's own works with, as this service knows by now. */
  @GetMapping("/partners")
  @Allowed
  Set<String> partners(Access access) {
    return access.partners().stream()
        .map(Owner::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** How long others' facts took until this service had applied them, since then. */
  @GetMapping("/freshness")
  Freshness.Summary freshness(@RequestParam(defaultValue = "1970-01-01T00:00:00Z") Instant since) {
    return freshness.since(since);
  }

  @GetMapping("/dead-letters")
  Page<DeadLetters.DeadLetter> deadLetters(PageRequest page) {
    return deadLetters.page(page);
  }

  @PostMapping("/dead-letters/replay")
  Replayed replay() {
    return new Replayed(consumer.replay(), deadLetters.count());
  }
}
