package io.serai.sandbox.walmart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Walmart does not do what it was asked; its answer is in the shape of its errors. */
final class WalmartRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  WalmartRefusal(int status, String code, String description) {
    super(description, null, false, false);
    this.status = status;
    this.code = code;
  }

  /** What was sent cannot be. */
  static WalmartRefusal content(String description) {
    return new WalmartRefusal(400, "INVALID_REQUEST_CONTENT.GMP_ORDER_API", description);
  }

  /** What was asked for is not there. */
  static WalmartRefusal absent(String api, String description) {
    return new WalmartRefusal(404, "CONTENT_NOT_FOUND." + api, description);
  }

  int status() {
    return status;
  }

  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode error = body.putObject("errors").putArray("error").addObject();
    error.put("code", code).putNull("field");
    error.put("description", getMessage()).put("info", "Request invalid.");
    error.put("severity", status == 404 ? "INFO" : "ERROR").put("category", "DATA");
    error.putArray("causes");
    error.putObject("errorIdentifiers");
    return body;
  }
}
