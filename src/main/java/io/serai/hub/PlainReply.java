package io.serai.hub;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Answers for machines: a status and a text that no browser takes for a page, and no cache keeps.
 */
final class PlainReply {
  private PlainReply() {}

  static void json(Exchange exchange, int status, String body) {
    reply(exchange, status, "application/json", body);
  }

  static void text(Exchange exchange, int status, String body) {
    reply(exchange, status, "text/plain; charset=utf-8", body);
  }

  static void reply(Exchange exchange, int status, String type, String body) {
    Message message = exchange.getMessage();
    // What the asker has sent is not sent back.
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    message.setHeader("Content-Type", type);
    message.setHeader("Cache-Control", "no-store");
    message.setHeader("X-Content-Type-Options", "nosniff");
    message.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    message.setBody(body);
  }
}
