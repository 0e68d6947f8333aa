package io.serai.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.document.DocumentStore;
import io.serai.document.Revisions;
import io.serai.mapping.Digest;
import java.nio.charset.StandardCharsets;
import org.jdbi.v3.core.Handle;

/**
 * Stores orders as they came. Channel, number and revision make the key, so that the same order by
 * a poll and by a notification is one document.
 */
final class OrderArrivals {
  private final Revisions revisions;

  OrderArrivals(DocumentStore documents) {
    this.revisions = new Revisions(documents);
  }

  /**
   * Stores an order, unless it is here already.
   *
   * @param order {@code {"number", "revision", "order"}}
   */
  void receive(Handle handle, String channel, JsonNode order) {
    revisions.receive(
        handle,
        channel,
        order.path("number").asText(),
        Digest.of(order.path("revision").toString()),
        order.path("order").toString().getBytes(StandardCharsets.UTF_8));
  }
}
