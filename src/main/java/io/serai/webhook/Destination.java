package io.serai.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where messages may go. Addresses by which clouds give their machines secrets are out of reach
 * whatever is configured; the addresses of a name are looked at anew at every connection.
 *
 * @param plainHttp whether http will do outside of this machine
 * @param publicOnly whether this machine and the networks that are private are out of reach too
 */
public record Destination(boolean plainHttp, boolean publicOnly) {
  private static final int LONGEST = 2000;
  private static final List<String> OF_THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

  // Of Amazon (IPv6), Alibaba and Oracle; the one that most clouds have, 169.254.169.254, is
  // link-local.
  private static final List<String> METADATA =
      List.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200", "192.0.0.192");

  /** What is wrong with an address that somebody wants messages sent to, and what to do. */
  public Optional<String> objection(String url) {
    URI uri = uri(url);
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    if (url.length() > LONGEST || uri.getHost() == null || !scheme.matches("https?")) {
      return Optional.of("The address is none; write it as https://example.com/path.");
    }
    if (uri.getUserInfo() != null || uri.getFragment() != null) {
      return Optional.of(
          "The address has a user or a fragment; leave them out: messages are proven by their signature.");
    }
    if (scheme.equals("http") && !plainHttp && !OF_THIS_MACHINE.contains(uri.getHost())) {
      return Optional.of(
          "Anybody on the way can read what goes by http; write https, or allow it by webhooks.allowHttp.");
    }
    return literal(uri.getHost()).filter(address -> !allows(address)).map(this::refusal);
  }

  /** Whether messages may go to an address that a name has come to. */
  public boolean allows(InetAddress address) {
    boolean never =
        address.isLinkLocalAddress()
            || address.isMulticastAddress()
            || address.isAnyLocalAddress()
            || METADATA.contains(address.getHostAddress().replaceFirst("%.*", ""));
    boolean inside =
        address.isLoopbackAddress()
            || address.isSiteLocalAddress()
            || isUniqueLocal(address)
            || isShared(address);
    return !never && !(publicOnly && inside);
  }

  /** Why an address is out of reach. */
  public String refusal(InetAddress address) {
    return address.getHostAddress()
        + " is no address that messages may go to"
        + (publicOnly ? "; webhooks.publicOnly is on." : ".");
  }

  // RFC 4193.
  private static boolean isUniqueLocal(InetAddress address) {
    return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
  }

  // RFC 6598: carriers' networks.
  private static boolean isShared(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
  }

  private static Optional<InetAddress> literal(String host) {
    boolean isLiteral = host.startsWith("[") || host.matches("[0-9.]+");
    if (!isLiteral) {
      return Optional.empty();
    }
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).findFirst();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      return URI.create("");
    }
  }
}
