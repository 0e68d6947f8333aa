package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.delivery.TryLater;
import io.serai.mapping.Jq;
import io.serai.mapping.Json;
import java.util.List;
import java.util.Map;

/**
 * Fetches one order that a notification has named. It is read by the programs that read a page, so
 * that the same order is the same by both ways.
 */
final class Fetching {
  private final ApiAccount account;
  private final Jq request;
  private final OrderList list;

  Fetching(ApiAccount account, Jq request, OrderList list) {
    this.account = account;
    this.request = request;
    this.list = list;
  }

  JsonNode page(String order) {
    String operation = Operation.ORDER.word();
    Map<String, JsonNode> variables = account.variables(operation);
    JsonNode yielded = request.one(Json.object().put("order", order), variables);
    Answer answer = account.send(Request.of(yielded, operation), operation, variables);
    ObjectNode page = Json.object();
    page.putArray("orders");
    if (!answer.isSuccess()) {
      // The connector says that this is none to be missed, such as one that has been deleted.
      return page;
    }
    List<JsonNode> items = list.items(answer.body(), account.seen(variables, answer));
    if (items.isEmpty()) {
      // A notification can be faster than the channel's own books.
      throw new TryLater("the channel does not know order " + order + " yet");
    }
    items.forEach(item -> page.withArray("orders").add(list.taken(item, variables)));
    return page;
  }
}
