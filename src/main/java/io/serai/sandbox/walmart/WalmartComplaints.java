package io.serai.sandbox.walmart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.rest.Complaint;
import io.serai.sandbox.rest.Complaints;
import io.serai.sandbox.rest.RestReply;
import java.time.Clock;
import java.time.Duration;

/**
 * How Walmart's gateway says what it complains of; other than its APIs, it writes {@code error}.
 */
final class WalmartComplaints implements Complaints {
  private final Clock clock;

  /**
   * @param clock real time, by which a client is told when to come back
   */
  WalmartComplaints(Clock clock) {
    this.clock = clock;
  }

  @Override
  public RestReply of(Complaint complaint, String why) {
    return switch (complaint) {
      case NOT_FOUND -> gateway(404, "NOT_FOUND.GMP_GATEWAY_API", why);
      case NO_SUCH_METHOD -> gateway(405, "METHOD_NOT_ALLOWED.GMP_GATEWAY_API", why);
      case TOKEN_REFUSED -> gateway(401, "UNAUTHORIZED.GMP_GATEWAY_API", "Unauthorized");
      case TOO_MANY -> gateway(429, "REQUEST_THRESHOLD_VIOLATED.GMP_GATEWAY_API", why);
      case SERVER_ERROR -> gateway(500, "SYSTEM_ERROR.GMP_GATEWAY_API", why);
      case PAGE_EXPIRED -> {
        WalmartRefusal expired = OrderSearch.refused("Invalid cursor");
        yield RestReply.json(expired.status(), expired.body());
      }
    };
  }

  /** A list says so in itself, other answers beside what they hold. */
  @Override
  public RestReply inside() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode list = body.putObject("list");
    ObjectNode error = list.putArray("errors").addObject();
    error.put("code", "SYSTEM_ERROR.GMP_ORDER_API").put("severity", "ERROR");
    error.put("category", "SYSTEM").put("description", "Dependent service is unavailable");
    list.putObject("meta").put("totalCount", 0).put("limit", 0).putNull("nextCursor");
    list.putObject("elements").putArray("order");
    body.set("errors", list.get("errors"));
    return RestReply.json(body);
  }

  @Override
  public RestReply withWait(RestReply tooMany, Duration wait) {
    return tooMany
        .with("x-current-token-count", "0")
        .with("x-next-replenishment-time", "" + clock.instant().plus(wait).toEpochMilli());
  }

  private static RestReply gateway(int status, String code, String description) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode error = body.putArray("error").addObject();
    error.put("code", code).put("field", "").put("description", description);
    error.put("info", description).put("severity", "ERROR").put("category", "DATA");
    return RestReply.json(status, body);
  }
}
