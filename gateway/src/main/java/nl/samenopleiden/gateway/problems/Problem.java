package nl.samenopleiden.gateway.problems;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not answered. The words come from the message bundles: {@code
 * problem.<type>.title}, {@code .detail} and {@code .remedy} (what to do now).
 *
 * @param type stable name, in lower case with dashes; clients may rely on it
 * @param status the HTTP status
 * @param arguments for the words, in order
 * @param retryAfter when asking again makes sense, if it does
 * @param extra more members of the problem detail
 * @param links where a person can go from here
 */
public record Problem(
    String type,
    int status,
    List<Object> arguments,
    @Nullable Duration retryAfter,
    Map<String, Object> extra,
    List<Link> links) {

  /**
   * A way on.
   *
   * @param label key of the words
   * @param href where to, within the front door
   */
  public record Link(String label, String href) {}

  public Problem {
    arguments = List.copyOf(arguments);
    extra = Map.copyOf(extra);
    links = List.copyOf(links);
  }

  /** A problem of which there is nothing more to say. */
  public Problem(String type, int status) {
    this(type, status, List.of(), null, Map.of(), List.of());
  }

  /** The same, with arguments for the words. */
  public Problem about(Object... things) {
    return new Problem(type, status, List.of(things), retryAfter, extra, links);
  }

  /** The same, with the advice when to ask again. */
  public Problem again(Duration after) {
    return new Problem(type, status, arguments, after, extra, links);
  }

  /** The same, with one more member in the problem detail. */
  public Problem with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(extra);
    more.put(name, value);
    return new Problem(type, status, arguments, retryAfter, more, links);
  }

  /** The same, with ways on for a person. */
  public Problem with(List<Link> ways) {
    return new Problem(type, status, arguments, retryAfter, extra, ways);
  }
}
