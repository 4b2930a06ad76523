package nl.samenopleiden.platform.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a service wants to hear. A capability takes this bean in its constructor and says {@code
 * subscriptions.on("partnership", "SchoolRegistered", event -> …)}. A handler may be called again
 * with an event that it has seen (a {@link Projection} skips those), and throws when it cannot read
 * one: after some tries the event is set aside, with those that follow it for the same aggregate.
 */
public final class Subscriptions {

  private final Map<String, List<Consumer<Event>>> handlers = new HashMap<>();
  private final Set<String> services = new TreeSet<>();

  /**
   * Listens to one type of fact.
   *
   * @param service the service that tells it, for example {@code partnership}
   * @param type the fact's name
   */
  public Subscriptions on(String service, String type, Consumer<Event> handler) {
    services.add(service);
    handlers.computeIfAbsent(service + "." + type, _ -> new ArrayList<>()).add(handler);
    return this;
  }

  /** The services that are listened to. */
  Set<String> services() {
    return services;
  }

  List<Consumer<Event>> handlersOf(Event event) {
    String service = event.source().split("/", 3)[1];
    return handlers.getOrDefault(service + "." + event.type(), List.of());
  }
}
