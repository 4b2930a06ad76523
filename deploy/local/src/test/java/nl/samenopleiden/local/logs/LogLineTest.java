package nl.samenopleiden.local.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {

  @Test
  void aLineOfJsonBecomesTimeLevelServiceTenantTraceMessage() {
    String line =
        """
        {"@timestamp":"2026-11-24T12:00:00.123456Z","log":{"level":"INFO","logger":"x"},\
        "service":{"name":"placement"},"message":"Student placed","tenant":"board:41",\
        "traceId":"4bf92f3577b34da6a3ce929d0e0e4736"}""";

    assertThat(LogLine.readable(line, "placement"))
        .matches(
            "\\d\\d:00:00\\.123 INFO  placement          \\[board:41 4bf92f35] Student placed");
  }

  @Test
  void withoutTenantAndTraceThereAreNoBrackets() {
    String line =
        "{\"@timestamp\":\"2026-11-24T12:00:00Z\",\"log\":{\"level\":\"WARN\"},\"message\":\"Slow\"}";

    assertThat(LogLine.readable(line, "events")).endsWith("WARN  events             Slow");
  }

  @Test
  void ofAStackTraceTheBeginningAndTheCausesAreShown() {
    String frames = "\\n\\tat a.B.c(B.java:1)".repeat(30);
    String line =
        "{\"@timestamp\":\"x\",\"message\":\"Failed\",\"error\":{\"stack_trace\":\"java.Oops"
            + frames
            + "\\nCaused by: java.Why"
            + frames
            + "\"}}";

    assertThat(LogLine.readable(line, "events").lines())
        .hasSizeLessThan(12)
        .contains("java.Oops", "Caused by: java.Why");
  }

  @Test
  void aLineOfAnotherFormStaysAsItIs() {
    assertThat(LogLine.readable("READY", "broker")).isEqualTo("READY");
    assertThat(LogLine.readable("{broken", "broker")).isEqualTo("{broken");
  }
}
