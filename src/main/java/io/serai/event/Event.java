package io.serai.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.mapping.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that has happened.
 *
 * @param id by which a repeat can be told
 * @param at when the hub saw it
 * @param orderId the order it happened to, if to one
 * @param data as the event's JSON Schema says; no personal data
 */
public record Event(String id, EventType type, Instant at, Optional<Long> orderId, JsonNode data) {

  /** Something that has just happened, under an id of its own. */
  public static Event of(EventType type, Instant at, Optional<Long> orderId, JsonNode data) {
    String id = "evt_" + UUID.randomUUID().toString().replace("-", "");
    return new Event(id, type, at, orderId, data);
  }

  /** An event with its place among all events. */
  public record Kept(long sequence, Event event) {

    /** The JSON document that a subscriber receives; the same at every attempt. */
    public ObjectNode document() {
      ObjectNode document =
          Json.object()
              .put("type", event.type().word())
              .put("id", event.id())
              .put("sequence", sequence)
              .put("timestamp", event.at().truncatedTo(ChronoUnit.MILLIS).toString());
      document.set("data", event.data());
      return document;
    }
  }
}
