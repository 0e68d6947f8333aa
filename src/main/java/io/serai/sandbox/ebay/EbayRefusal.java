package io.serai.sandbox.ebay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** eBay does not do what it was asked; its answer is in the shape of its errors. */
final class EbayRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final int errorId;

  EbayRefusal(int status, int errorId, String message) {
    super(message, null, false, false);
    this.status = status;
    this.errorId = errorId;
  }

  /** Refuses with status 400 what does not hold. */
  static void expect(boolean holds, int errorId, String otherwise) {
    if (!holds) {
      throw new EbayRefusal(400, errorId, otherwise);
    }
  }

  int status() {
    return status;
  }

  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("errors").add(error(errorId, getMessage()));
    return body;
  }

  /** An error as eBay writes it. */
  static ObjectNode error(int errorId, String message) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("errorId", errorId).put("category", "REQUEST");
    error.put("domain", errorId < 30_000 ? "API_INVENTORY" : "API_FULFILLMENT");
    return error.put("message", message).put("longMessage", message);
  }
}
