package io.serai.hub;

import io.serai.rest.Incoming;
import io.serai.rest.Reply;
import io.serai.rest.RestApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;

/** Bean {@code rest}: the API by HTTP. */
public final class RestDesk {
  private final RestApi api;

  RestDesk(RestApi api) {
    this.api = api;
  }

  /** Answers a request. */
  public void answer(Exchange exchange) {
    reply(exchange.getMessage(), api.answer(incoming(exchange.getMessage())));
  }

  /** Says that something is wrong on this side, where not even the request could be read. */
  public void excuse(
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause, Exchange exchange) {
    Message message = exchange.getMessage();
    Incoming request =
        new Incoming(
            message.getHeader(Exchange.HTTP_METHOD, "", String.class),
            path(message),
            "",
            Map.of(),
            new byte[0]);
    reply(message, RestApi.excuse(request, cause));
  }

  private static Incoming incoming(Message message) {
    Map<String, String> headers = new LinkedHashMap<>();
    message
        .getHeaders()
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), text(value)));
    return new Incoming(
        message.getHeader(Exchange.HTTP_METHOD, "", String.class),
        path(message),
        Optional.ofNullable(message.getHeader(Exchange.HTTP_QUERY, String.class)).orElse(""),
        headers,
        body(message));
  }

  private static String path(Message message) {
    return message.getHeader(Exchange.HTTP_URI, "", String.class).replaceFirst("\\?.*", "");
  }

  // A header that came twice says two things, and means neither.
  private static String text(Object value) {
    return value instanceof List<?> several
        ? String.join(",", several.stream().map(String::valueOf).toList())
        : String.valueOf(value);
  }

  // The fields of a form were read already, and are no JSON in any case.
  private static byte[] body(Message message) {
    return message.getBody() instanceof Map<?, ?> form
        ? new byte[form.isEmpty() ? 0 : 1]
        : Optional.ofNullable(message.getBody(byte[].class)).orElse(new byte[0]);
  }

  private static void reply(Message message, Reply reply) {
    // What the caller has sent is not sent back.
    message.removeHeaders("*");
    message.setHeader("Cache-Control", "no-store");
    message.setHeader("X-Content-Type-Options", "nosniff");
    message.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    reply.headers().forEach(message::setHeader);
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
    if (!reply.type().isEmpty()) {
      message.setHeader("Content-Type", reply.type());
    }
    message.setBody(reply.body());
  }
}
