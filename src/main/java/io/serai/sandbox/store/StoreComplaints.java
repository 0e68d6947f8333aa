package io.serai.sandbox.store;

import io.serai.sandbox.rest.Complaint;
import io.serai.sandbox.rest.Complaints;
import io.serai.sandbox.rest.RestReply;
import java.util.List;
import java.util.Map;

/** How the store refuses: HTTP where it has not looked at the document, a GraphQL error else. */
final class StoreComplaints implements Complaints {
  private static final String WRONG_TOKEN =
      "[API] Invalid API key or access token (unrecognized login or wrong password)";

  private final GraphqlEngine engine;

  StoreComplaints(GraphqlEngine engine) {
    this.engine = engine;
  }

  @Override
  public RestReply of(Complaint complaint, String why) {
    return switch (complaint) {
      case NOT_FOUND -> RestReply.json(404, Map.of("errors", "Not Found"));
      case NO_SUCH_METHOD -> RestReply.json(405, Map.of("errors", "Method Not Allowed"));
      case TOKEN_REFUSED -> RestReply.json(401, Map.of("errors", WRONG_TOKEN));
      case TOO_MANY -> RestReply.json(429, Map.of("errors", "Too Many Requests"));
      case SERVER_ERROR -> RestReply.json(500, Map.of("errors", "Internal Server Error"));
      case PAGE_EXPIRED ->
          RestReply.json(
              Map.of(
                  "errors",
                  List.of(
                      Map.of(
                          "message",
                          "Invalid cursor for current pagination sort.",
                          "extensions",
                          Map.of("code", "BAD_REQUEST")))));
    };
  }

  @Override
  public RestReply inside() {
    return RestReply.json(engine.throttled());
  }
}
