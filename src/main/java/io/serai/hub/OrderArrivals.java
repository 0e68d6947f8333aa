package io.serai.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.document.Arrival;
import io.serai.document.DocumentStore;
import io.serai.mapping.Digest;
import java.nio.charset.StandardCharsets;
import org.jdbi.v3.core.Handle;

/**
 * Stores orders as they came. Channel, number and revision make the key, so that the same order by
 * a poll and by a notification is one document.
 */
final class OrderArrivals {
  private final DocumentStore documents;

  OrderArrivals(DocumentStore documents) {
    this.documents = documents;
  }

  /**
   * Stores an order, unless it is here already.
   *
   * @param order {@code {"number", "revision", "order"}}
   */
  void receive(Handle handle, String channel, JsonNode order) {
    String number = order.path("number").asText();
    String key =
        "order:" + channel + ":" + number + ":" + Digest.of(order.path("revision").toString());
    byte[] content = order.path("order").toString().getBytes(StandardCharsets.UTF_8);
    documents.receive(handle, new Arrival("order", channel, key, number, content));
  }
}
