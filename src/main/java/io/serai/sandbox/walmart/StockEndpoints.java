package io.serai.sandbox.walmart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.rest.RestReply;
import io.serai.sandbox.rest.RestRequest;
import io.serai.sandbox.world.ChannelEffects;
import io.serai.sandbox.world.StockSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The inventory operations of the API v3: a SKU by itself, or many in a feed, of which those that
 * Walmart does not sell are passed over. Whoever calls holds the lock of the books.
 */
final class StockEndpoints {
  private static final String API = "GMP_INVENTORY_API";
  private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data;.*boundary=(\\S+)");

  private final WalmartBooks books;
  private final ChannelEffects effects;
  private int feeds;

  StockEndpoints(WalmartBooks books, ChannelEffects effects) {
    this.books = books;
    this.effects = effects;
  }

  RestReply put(RestRequest request) {
    JsonNode body = request.json();
    String sku = request.query("sku").orElse("");
    LineChange.expect(
        sku.equals(body.path("sku").asText()), "the sku of the query is not that of the body");
    if (!books.sells(sku)) {
      throw WalmartRefusal.absent(API, "SKU " + sku + " not found");
    }
    set(body);
    return RestReply.json(body);
  }

  RestReply feed(RestRequest request) {
    LineChange.expect(
        request.query("feedType").orElse("").equals("inventory"), "feedType must be inventory");
    JsonNode file = json(file(request));
    LineChange.expect(file.path("InventoryHeader").has("version"), "InventoryHeader is missing");
    List<JsonNode> known = new ArrayList<>();
    for (JsonNode each : file.path("Inventory")) {
      check(each);
      if (books.sells(each.path("sku").asText())) {
        known.add(each);
      }
    }
    known.forEach(this::set);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("feedId", "FEED" + ++feeds + "@SANDBOX");
    return RestReply.json(body.putNull("additionalAttributes").putNull("errors"));
  }

  private static String file(RestRequest request) {
    Matcher type = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
    LineChange.expect(type.matches(), "a feed must be a form of parts");
    String[] parts = request.text().split(Pattern.quote("--" + type.group(1)));
    LineChange.expect(parts.length == 3 && parts[1].contains("name=\"file\""), "no part is file");
    return parts[1].substring(parts[1].indexOf("\r\n\r\n") + 4);
  }

  private static JsonNode json(String text) {
    try {
      return RestReply.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw WalmartRefusal.content("the feed is not JSON");
    }
  }

  private static void check(JsonNode stock) {
    JsonNode quantity = stock.path("quantity");
    LineChange.expect(
        quantity.path("amount").canConvertToInt()
            && quantity.path("amount").asInt() >= 0
            && "EACH".equals(quantity.path("unit").asText()),
        "the quantity of " + stock.path("sku") + " is invalid: " + quantity);
  }

  private void set(JsonNode stock) {
    check(stock);
    String sku = stock.path("sku").asText();
    books.setStock(sku, stock.path("quantity").path("amount").asInt());
    effects.stockSet(new StockSetting(sku, books.stock(sku), books.now()));
  }
}
