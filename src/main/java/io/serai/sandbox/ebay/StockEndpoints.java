package io.serai.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.rest.RestReply;
import io.serai.sandbox.rest.RestRequest;
import io.serai.sandbox.world.ChannelEffects;
import io.serai.sandbox.world.StockSetting;
import java.util.HashMap;
import java.util.Map;

/**
 * Sets quantities, up to 25 SKUs a request, of which each is answered for itself: with status 207
 * when some were not set. Whoever calls holds the lock of the books.
 */
final class StockEndpoints {
  private static final int MOST = 25;

  private final EbayBooks books;
  private final ChannelEffects effects;
  private final Map<String, Integer> failing = new HashMap<>();

  StockEndpoints(EbayBooks books, ChannelEffects effects) {
    this.books = books;
    this.effects = effects;
  }

  /** Does not set a SKU so many times, with a fault of eBay's own. */
  void fail(String sku, int times) {
    failing.put(sku, times);
  }

  RestReply bulkUpdate(RestRequest request) {
    JsonNode wanted = request.json().path("requests");
    EbayRefusal.expect(
        !wanted.isEmpty() && wanted.size() <= MOST, 25709, "Invalid value for requests.");
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode responses = body.putArray("responses");
    boolean isWhole = true;
    for (JsonNode each : wanted) {
      ObjectNode response = set(each);
      responses.add(response);
      isWhole &= response.path("statusCode").asInt() == 200;
    }
    return RestReply.json(isWhole ? 200 : 207, body);
  }

  private ObjectNode set(JsonNode wanted) {
    String sku = wanted.path("sku").asText("");
    JsonNode quantity = wanted.path("shipToLocationAvailability").path("quantity");
    ObjectNode response = JsonNodeFactory.instance.objectNode().put("sku", sku);
    if (!books.sells(sku)) {
      return fault(response, 404, 25710, "We didn't find the SKU " + sku + ".");
    }
    if (failing.merge(sku, -1, Integer::sum) >= 0) {
      return fault(response, 500, 25001, "A system error has occurred.");
    }
    if (!quantity.canConvertToInt() || quantity.asInt() < 0) {
      return fault(response, 400, 25709, "Invalid value for quantity.");
    }
    books.setStock(sku, quantity.asInt());
    effects.stockSet(new StockSetting(sku, quantity.asInt(), books.now()));
    return response.put("statusCode", 200);
  }

  private static ObjectNode fault(ObjectNode response, int status, int errorId, String message) {
    response.put("statusCode", status);
    response.putArray("errors").add(EbayRefusal.error(errorId, message));
    return response;
  }
}
