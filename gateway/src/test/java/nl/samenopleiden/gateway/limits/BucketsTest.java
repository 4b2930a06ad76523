package nl.samenopleiden.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class BucketsTest {

  @Test
  void eachTenantHasABucketOfItsOwn() {
    Buckets tenants = new Buckets("tenant", new Limits.Limit(1, 5));
    assertThat(IntStream.range(0, 20).filter(_ -> tenants.take("board:1").allowed()).count())
        .isBetween(5L, 6L);
    assertThat(tenants.take("board:2").allowed()).isTrue();
    assertThat(tenants.take("board:1").until()).isPositive();
    assertThat(tenants.policy()).isEqualTo("\"tenant\";q=5;w=5");
  }

  @Test
  void theRushOfABoardFitsInItsBucket() {
    Buckets tenants = new Buckets("tenant", new Limits.Limit(5_000, 20_000));
    assertThat(
            IntStream.range(0, 10_000)
                .parallel()
                .allMatch(_ -> tenants.take("board:90008").allowed()))
        .isTrue();
  }

  @Test
  void forwardedAddressesAreBelievedOfOurOwnProxiesOnly() throws UnknownHostException {
    ClientAddress nobody = new ClientAddress("");
    ClientAddress ours = new ClientAddress("10.0.0.0/8, 192.168.1.1");
    assertThat(nobody.of(from("10.0.0.1", "1.2.3.4"))).isEqualTo("10.0.0.1");
    assertThat(ours.of(from("9.9.9.9", "1.2.3.4"))).isEqualTo("9.9.9.9");
    assertThat(ours.of(from("10.0.0.1", "6.6.6.6, 1.2.3.4"))).isEqualTo("1.2.3.4");
    assertThat(ours.of(from("10.0.0.1", "1.2.3.4, 192.168.1.1"))).isEqualTo("1.2.3.4");
    assertThat(ours.of(from("10.0.0.1", "nonsense"))).isEqualTo("10.0.0.1");
    assertThat(nobody.of(from("2001:db8:1:2:3:4:5:6", "x")))
        .isEqualTo(nobody.of(from("2001:db8:1:2:ffff::1", "x")));
    assertThatThrownBy(() -> new ClientAddress("proxy.example"))
        .hasMessageContaining("TRUSTED_PROXIES");
  }

  private static MockServerHttpRequest from(String address, String told)
      throws UnknownHostException {
    return MockServerHttpRequest.get("/")
        .remoteAddress(new InetSocketAddress(InetAddress.getByName(address), 1))
        .header("X-Forwarded-For", told)
        .build();
  }
}
