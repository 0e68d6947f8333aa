package io.serai.sandbox.walmart;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.rest.AccessTokens;
import io.serai.sandbox.rest.RestReply;
import io.serai.sandbox.rest.RestRequest;
import io.serai.sandbox.world.ChannelEffects;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The order operations of the API v3. Whoever calls holds the lock of the books. */
final class OrderEndpoints {
  private static final String API = "GMP_ORDER_API";

  private final WalmartBooks books;
  private final AccessTokens pages;
  private final ChannelEffects effects;
  private final Shipping shipping;
  private final Cancelling cancelling;

  /**
   * @param pages which pages can be gone on from
   */
  OrderEndpoints(
      WalmartBooks books, ChannelEffects effects, AccessTokens pages, Cancelling cancelling) {
    this.books = books;
    this.pages = pages;
    this.effects = effects;
    this.shipping = new Shipping(books, effects);
    this.cancelling = cancelling;
  }

  RestReply all(RestRequest request) {
    return list(query(request));
  }

  /** Those that wait for their acknowledgment. */
  RestReply released(RestRequest request) {
    Map<String, String> query = query(request);
    query.put("status", "Created");
    return list(query);
  }

  RestReply one(RestRequest request) {
    return order(find(request));
  }

  RestReply acknowledge(RestRequest request) {
    WalmartOrder order = find(request);
    boolean isHigher =
        order.lines().stream()
            .anyMatch(line -> !line.shipped().isEmpty() || !line.cancelled().isEmpty());
    LineChange.expect(
        !isHigher || order.isCreated(),
        "Failed when called acknowledge API. Some or all qty in higher status");
    order.lines().stream()
        .filter(line -> line.open() > 0 && !line.isAcknowledged())
        .forEach(line -> line.acknowledge(books.now()));
    effects.acknowledged(order.number());
    return order(order);
  }

  RestReply ship(RestRequest request) {
    WalmartOrder order = find(request);
    shipping.run(order, request.json());
    return order(order);
  }

  RestReply cancel(RestRequest request) {
    WalmartOrder order = find(request);
    cancelling.run(order, request.json());
    return order(order);
  }

  private RestReply list(Map<String, String> query) {
    boolean isNextPage = query.containsKey("hasMoreElements");
    if (isNextPage && !pages.isGood(query.getOrDefault("sellerId", ""))) {
      throw OrderSearch.refused("Invalid cursor");
    }
    OrderSearch search = new OrderSearch(books, query);
    List<WalmartOrder> all = search.orders();
    if (all.isEmpty()) {
      throw WalmartRefusal.absent(API, "Orders not found for given search parameters");
    }
    int limit = Math.min(search.limit(), books.largestPage());
    int from = Math.min(search.offset(), all.size());
    int to = Math.min(from + limit, all.size());
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    ObjectNode body = list.putObject("list");
    ObjectNode meta = body.putObject("meta").put("totalCount", all.size());
    meta.put("limit", limit);
    meta.put("nextCursor", to < all.size() ? next(query, limit, all.size(), to) : null);
    ArrayNode orders = body.putObject("elements").putArray("order");
    all.subList(from, to).forEach(order -> orders.add(OrderJson.of(order)));
    return RestReply.json(list);
  }

  /** A whole query string, with where to go on beside what was asked. */
  private String next(Map<String, String> query, int limit, int total, int offset) {
    Map<String, String> next = new LinkedHashMap<>();
    next.put("limit", "" + limit);
    next.put("hasMoreElements", "true");
    next.put("soIndex", "" + total);
    next.put("poIndex", "" + offset);
    next.put("partnerId", "100009");
    next.put("sellerId", pages.issue());
    query.forEach(next::putIfAbsent);
    return next.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }

  private WalmartOrder find(RestRequest request) {
    String number = request.path("purchaseOrderId");
    return books
        .find(number)
        .orElseThrow(() -> WalmartRefusal.absent(API, "Purchase order " + number + " not found"));
  }

  private static Map<String, String> query(RestRequest request) {
    Map<String, String> query = new LinkedHashMap<>();
    request.query().forEach((name, values) -> query.put(name, values.get(0)));
    return query;
  }

  private static RestReply order(WalmartOrder order) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("order", OrderJson.of(order));
    return RestReply.json(body);
  }
}
