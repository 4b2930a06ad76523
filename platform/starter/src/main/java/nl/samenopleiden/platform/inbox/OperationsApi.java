package nl.samenopleiden.platform.inbox;

import nl.samenopleiden.platform.store.Page;
import nl.samenopleiden.platform.store.PageRequest;
import nl.samenopleiden.platform.tenancy.Role;
import nl.samenopleiden.platform.web.Allowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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

  OperationsApi(EventConsumer consumer, DeadLetters deadLetters) {
    this.consumer = consumer;
    this.deadLetters = deadLetters;
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
