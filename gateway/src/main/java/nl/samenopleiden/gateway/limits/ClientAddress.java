package nl.samenopleiden.gateway.limits;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * From which address a request comes: the connection's, or what proxies of our own tell. Of IPv6
 * the first half, as that is what one subscriber gets.
 */
final class ClientAddress {

  private final List<IpSubnetFilterRule> trusted;

  ClientAddress(String networks) {
    this.trusted =
        Arrays.stream(networks.split(","))
            .map(String::strip)
            .filter(network -> !network.isEmpty())
            .map(ClientAddress::rule)
            .toList();
  }

  String of(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    if (remote == null || remote.getAddress() == null) {
      return "unknown";
    }
    InetAddress address = remote.getAddress();
    if (trusted.isEmpty()) {
      return text(address);
    }
    List<String> told =
        request.getHeaders().getOrEmpty("X-Forwarded-For").stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .toList();
    for (int i = told.size() - 1; i >= 0 && isTrusted(address); i--) {
      InetAddress before = parsed(told.get(i));
      if (before == null) {
        break;
      }
      address = before;
    }
    return text(address);
  }

  private boolean isTrusted(InetAddress address) {
    InetSocketAddress socket = new InetSocketAddress(address, 0);
    return trusted.stream().anyMatch(rule -> rule.matches(socket));
  }

  private static @Nullable InetAddress parsed(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    try {
      return bytes == null ? null : InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      return null;
    }
  }

  private static String text(InetAddress address) {
    if (address instanceof Inet6Address) {
      byte[] half = address.getAddress();
      Arrays.fill(half, 8, 16, (byte) 0);
      return NetUtil.bytesToIpAddress(half);
    }
    return address.getHostAddress();
  }

  private static IpSubnetFilterRule rule(String network) {
    String[] parts = network.split("/");
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(parts[0]);
    try {
      if (bytes != null && parts.length <= 2) {
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : bytes.length * 8;
        return new IpSubnetFilterRule(
            InetAddress.getByAddress(bytes), bits, IpFilterRuleType.ACCEPT);
      }
    } catch (UnknownHostException | IllegalArgumentException wrong) {
      // told below
    }
    throw new IllegalArgumentException(
        "TRUSTED_PROXIES must name networks such as 10.0.0.0/8, not " + network);
  }
}
