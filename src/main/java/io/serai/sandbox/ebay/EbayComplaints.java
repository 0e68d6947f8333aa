package io.serai.sandbox.ebay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.rest.Complaint;
import io.serai.sandbox.rest.Complaints;
import io.serai.sandbox.rest.RestReply;

/** How eBay says what it complains of. */
final class EbayComplaints implements Complaints {
  @Override
  public RestReply of(Complaint complaint, String why) {
    return switch (complaint) {
      case NOT_FOUND -> reply(404, 2002, why);
      case NO_SUCH_METHOD -> reply(405, 2004, why);
      case TOKEN_REFUSED -> reply(401, 1001, "Invalid access token");
      case TOO_MANY -> reply(429, 2001, "Too many requests: " + why);
      case SERVER_ERROR -> reply(500, 30500, "System error");
      case PAGE_EXPIRED -> reply(400, 31000, "Invalid offset");
    };
  }

  /** A list can come without its orders, and with a warning instead. */
  @Override
  public RestReply inside() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("warnings").add(EbayRefusal.error(30500, "A system error has occurred"));
    return RestReply.json(body);
  }

  private static RestReply reply(int status, int errorId, String message) {
    return RestReply.json(status, new EbayRefusal(status, errorId, message).body());
  }
}
