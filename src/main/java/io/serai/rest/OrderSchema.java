package io.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.mapping.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The canonical order in the words of OpenAPI 3.0, which knows no lists of types: null is {@code
 * nullable}, and other lists are {@code anyOf}.
 */
final class OrderSchema {
  private OrderSchema() {}

  /**
   * Adds the order's properties to the schema {@code PushedOrder} of the document, which has those
   * that the API adds.
   */
  static void putInto(ObjectNode document) {
    ObjectNode order = (ObjectNode) read();
    ObjectNode pushed = (ObjectNode) document.at("/components/schemas/PushedOrder");
    ((ArrayNode) pushed.get("required")).addAll((ArrayNode) order.get("required"));
    pushed.put("additionalProperties", false);
    ((ObjectNode) pushed.get("properties")).setAll((ObjectNode) plain(order.get("properties")));
  }

  private static JsonNode read() {
    try (InputStream schema = OrderSchema.class.getResourceAsStream("/schema/order.schema.json")) {
      return Json.read("order.schema.json", schema.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the schema of orders cannot be read", e);
    }
  }

  private static JsonNode plain(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(each -> object.set(each.getKey(), plain(each.getValue())));
      if (object.get("type") instanceof ArrayNode types) {
        replace(object, types);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, plain(array.get(i)));
      }
    }
    return node;
  }

  private static void replace(ObjectNode schema, ArrayNode types) {
    if (types.get(1).asText().equals("null")) {
      schema.put("type", types.get(0).asText()).put("nullable", true);
      return;
    }
    schema.remove("type");
    ArrayNode anyOf = schema.putArray("anyOf");
    types.forEach(type -> anyOf.addObject().set("type", type));
  }
}
