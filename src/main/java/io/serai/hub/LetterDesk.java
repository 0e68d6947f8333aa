package io.serai.hub;

import io.serai.delivery.Delivery;
import io.serai.notify.LetterTemplates;
import io.serai.notify.LetterTemplates.Letter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Bean {@code letters}: a delivery becomes a mail with its own Message-ID, which stays the same
 * when it is repeated.
 */
public final class LetterDesk {
  private final LetterTemplates templates;

  LetterDesk(LetterTemplates templates) {
    this.templates = templates;
  }

  /**
   * Puts the letter into the message: recipient, subject, Message-ID, HTML body, and the text
   * beside it.
   */
  public void write(Delivery delivery, Exchange exchange) {
    Letter letter = templates.write(delivery.payload());
    Message message = exchange.getMessage();
    message.setHeader("To", letter.to());
    message.setHeader("Subject", letter.subject());
    UUID id = UUID.nameUUIDFromBytes(delivery.key().getBytes(StandardCharsets.UTF_8));
    message.setHeader("Message-ID", "<" + id + "@serai>");
    message.setHeader("CamelMailAlternativeBody", letter.text());
    message.setBody(letter.html());
  }
}
