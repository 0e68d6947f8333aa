package io.serai.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.database.Database;
import io.serai.delivery.Delivery;
import io.serai.mapping.Json;
import io.serai.notify.LetterTemplates;
import io.serai.notify.LetterTemplates.Letter;
import io.serai.notify.LetterTemplates.ShortMessage;
import io.serai.order.Correspondence;
import io.serai.page.Enclosures;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Bean {@code letters}: a delivery becomes a mail with its own Message-ID, which stays the same
 * when it is repeated, or a short message.
 */
public final class LetterDesk {
  private final Database database;
  private final LetterTemplates templates;
  private final Enclosures enclosures;

  LetterDesk(Database database, LetterTemplates templates, Enclosures enclosures) {
    this.database = database;
    this.templates = templates;
    this.enclosures = enclosures;
  }

  /** What is put into messages when they are written. */
  Enclosures enclosures() {
    return enclosures;
  }

  /**
   * Puts the message into the exchange. A mail: recipient, subject, Message-ID, HTML body, and the
   * text beside it. A short message: {@code {to, text}}, and the number of the attempt.
   */
  public void write(Delivery delivery, Exchange exchange) {
    JsonNode facts =
        delivery
            .orderId()
            .map(
                order ->
                    database.inTransaction(
                        handle -> enclosures.enclose(handle, order, delivery.payload())))
            .orElse(delivery.payload());
    if (delivery.kind().equals(Correspondence.SMS)) {
      text(delivery, facts, exchange.getMessage());
    } else {
      mail(delivery, facts, exchange.getMessage());
    }
  }

  private void mail(Delivery delivery, JsonNode facts, Message message) {
    Letter letter = templates.write(facts);
    message.setHeader("To", letter.to());
    message.setHeader("Subject", letter.subject());
    UUID id = UUID.nameUUIDFromBytes(delivery.key().getBytes(StandardCharsets.UTF_8));
    message.setHeader("Message-ID", "<" + id + "@serai>");
    message.setHeader("CamelMailAlternativeBody", letter.text());
    message.setBody(letter.html());
  }

  private void text(Delivery delivery, JsonNode facts, Message message) {
    ShortMessage text = templates.writeShort(facts);
    message.setHeader("deliveryAttempts", delivery.attempts());
    message.setBody(Json.object().put("to", text.to()).put("text", text.text()));
  }
}
