package io.serai.hub;

import io.serai.api.Notification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** A request to {@code /webhooks/CHANNEL}. */
record WebhookRequest(Exchange exchange, String channel, Notification notification) {
  static WebhookRequest of(Exchange exchange) {
    Message message = exchange.getMessage();
    // From the address itself: a header could bear the name of its parameter.
    String path = message.getHeader(Exchange.HTTP_URI, "", String.class);
    byte[] body =
        message.getBody() instanceof Map<?, ?>
            ? new byte[0]
            : Optional.ofNullable(message.getBody(byte[].class)).orElse(new byte[0]);
    return new WebhookRequest(
        exchange,
        path.replaceFirst("\\?.*", "").replaceFirst(".*/", ""),
        new Notification(
            headers(message),
            query(message.getHeader(Exchange.HTTP_QUERY, "", String.class)),
            body));
  }

  /** Answers with a status and nothing else. */
  void answer(int status) {
    Message message = exchange.getMessage();
    // What the sender has sent is not sent back.
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    message.setBody("");
  }

  private static Map<String, String> headers(Message message) {
    Map<String, String> headers = new LinkedHashMap<>();
    message
        .getHeaders()
        .forEach(
            (name, value) -> {
              Object first =
                  value instanceof List<?> several && !several.isEmpty() ? several.get(0) : value;
              headers.put(name.toLowerCase(Locale.ROOT), String.valueOf(first));
            });
    return headers;
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // What is not well made proves nothing.
      return "";
    }
  }
}
