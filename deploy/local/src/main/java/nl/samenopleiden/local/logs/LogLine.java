package nl.samenopleiden.local.logs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of a log, in the form of the Elastic Common Schema, made readable. */
public final class LogLine {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final int TRACE_SHOWN = 8;
  private static final int TRACE_LINES = 8;

  private LogLine() {}

  /**
   * Time, level, service, tenant and trace, message; a line of another form stays as it is.
   *
   * @param service whose log it is
   */
  public static String readable(String line, String service) {
    if (!line.startsWith("{")) {
      return line;
    }
    try {
      return inWords(JSON.readTree(line), service);
    } catch (JacksonException other) {
      return line;
    }
  }

  private static String inWords(JsonNode json, String service) {
    String who =
        Stream.of(
                first(json, "tenant", "labels.tenant"),
                shortened(first(json, "traceId", "trace.id")))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" ", "[", "]"));
    String head =
        "%s %-5s %-18s %s%s"
            .formatted(
                time(first(json, "@timestamp")),
                first(json, "log.level", "level"),
                service,
                who.equals("[]") ? "" : who + " ",
                first(json, "message"));
    String trace = first(json, "error.stack_trace");
    return trace.isEmpty() ? head : head + "\n" + beginning(trace);
  }

  /** The lines of a stack trace that say most: its first, and each cause. */
  private static String beginning(String trace) {
    List<String> lines = trace.lines().toList();
    return IntStream.range(0, lines.size())
        .filter(n -> n < TRACE_LINES || lines.get(n).startsWith("Caused by"))
        .mapToObj(lines::get)
        .collect(Collectors.joining("\n"));
  }

  /**
   * The first of these fields that is there; a dot leads into an object, or is part of the name.
   */
  private static String first(JsonNode json, String... names) {
    for (String name : names) {
      JsonNode flat = json.path(name);
      JsonNode found = flat.isMissingNode() ? json.at("/" + name.replace('.', '/')) : flat;
      if (found.isValueNode() && !found.asString("").isEmpty()) {
        return found.asString("");
      }
    }
    return "";
  }

  private static String shortened(String trace) {
    return trace.length() > TRACE_SHOWN ? trace.substring(0, TRACE_SHOWN) : trace;
  }

  private static String time(String instant) {
    try {
      return TIME.format(Instant.parse(instant).atZone(ZoneId.systemDefault()));
    } catch (DateTimeException other) {
      return instant;
    }
  }
}
