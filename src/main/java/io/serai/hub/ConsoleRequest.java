package io.serai.hub;

import io.serai.access.Session;
import io.serai.console.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConstants;

/** A browser's request to the console, as it came by HTTP. */
record ConsoleRequest(
    String path, Map<String, String> query, Map<String, String> form, Map<String, String> headers) {
  static final String COOKIE = "serai_session";

  static ConsoleRequest of(Exchange exchange) {
    Message message = exchange.getMessage();
    String path =
        message
            .getHeader(Exchange.HTTP_URI, "", String.class)
            .replaceFirst("\\?.*", "")
            .replaceFirst("^/console", "");
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name :
        new String[] {
          "Cookie", "Sec-Fetch-Site", "Origin", "Host", "HX-Request", "X-Forwarded-Proto"
        }) {
      headers.put(name, message.getHeader(name, "", String.class));
    }
    headers.put(
        "address",
        Optional.ofNullable(message.getHeader(VertxPlatformHttpConstants.REMOTE_ADDRESS))
            .map(ConsoleRequest::host)
            .orElse(""));
    return new ConsoleRequest(
        path.isEmpty() ? "/" : path,
        pairs(message.getHeader(Exchange.HTTP_QUERY, "", String.class)),
        form(message),
        headers);
  }

  /** What the console itself reads of it. */
  Request in(Session session) {
    return new Request(path, Map.of(), query, form, session, isPartial());
  }

  Optional<String> token() {
    for (String cookie : headers.get("Cookie").split(";")) {
      String[] parts = cookie.strip().split("=", 2);
      if (parts.length == 2 && parts[0].equals(COOKIE) && !parts[1].isEmpty()) {
        return Optional.of(parts[1]);
      }
    }
    return Optional.empty();
  }

  /** Whether it comes from a page of this hub, as every browser of this decade tells. */
  boolean isOwn() {
    String site = headers.get("Sec-Fetch-Site");
    if (!site.isEmpty()) {
      return site.equals("same-origin");
    }
    String origin = headers.get("Origin");
    return origin.replaceFirst("^https?://", "").equals(headers.get("Host"));
  }

  boolean isSecure() {
    return headers.get("X-Forwarded-Proto").equals("https");
  }

  boolean isPartial() {
    return headers.get("HX-Request").equals("true");
  }

  String address() {
    return headers.get("address");
  }

  private static String host(Object address) {
    return address.toString().replaceFirst("^/", "").replaceFirst(":[0-9]+$", "");
  }

  private static Map<String, String> form(Message message) {
    Map<String, String> form = new LinkedHashMap<>();
    if (message.getBody() instanceof Map<?, ?> fields) {
      fields.forEach((name, value) -> form.put(name.toString(), String.valueOf(value)));
      return form;
    }
    return pairs(Optional.ofNullable(message.getBody(String.class)).orElse(""));
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      if (!parts[0].isEmpty()) {
        pairs.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // What is not well made asks for nothing.
      return "";
    }
  }
}
