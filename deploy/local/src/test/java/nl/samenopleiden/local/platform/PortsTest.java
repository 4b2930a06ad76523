package nl.samenopleiden.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

  private final List<String> told = new ArrayList<>();
  private final Ports ports = new Ports(told::add);

  @Test
  void theUsualPortIsTakenWhenItIsFree() {
    int free = ports.any();

    assertThat(ports.usual("placement", free)).isEqualTo(free);
    assertThat(told).isEmpty();
  }

  @Test
  void theNextFreePortIsTakenInstead_andItIsSaidWhoHasTheUsualOne() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int taken = socket.getLocalPort();

      int chosen = ports.usual("placement", taken);

      assertThat(chosen).isGreaterThan(taken);
      assertThat(told)
          .singleElement()
          .asString()
          .contains("Port " + taken, "placement takes " + chosen)
          .contains("java (process " + ProcessHandle.current().pid() + ")");
    }
  }

  @Test
  void whatIsAnotherPartsUsualPortIsNotGivenAway() throws IOException {
    try (var socket = new ServerSocket(0)) {
      int taken = socket.getLocalPort();
      ports.reserve(taken + 1);

      assertThat(ports.usual("placement", taken)).isGreaterThan(taken + 1);
    }
  }

  @Test
  void aPortThatWasAskedForAndIsTakenIsRefusedWithTheNameOfWhoHasIt() throws IOException {
    try (var socket = new ServerSocket(0)) {
      int taken = socket.getLocalPort();

      assertThatThrownBy(() -> ports.exactly("gateway", taken))
          .isInstanceOf(Ports.TakenException.class)
          .hasMessageContaining("Port " + taken)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
  }
}
