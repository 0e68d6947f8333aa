package io.serai.sandbox.ebay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.rest.RestReply;
import io.serai.sandbox.rest.RestRequest;
import io.serai.sandbox.world.ChannelEffects;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations on orders. Whoever calls holds the lock of the books. */
final class OrderEndpoints {
  /** Where the list of orders is. */
  static final String LIST = "/sell/fulfillment/v1/order";

  private final EbayBooks books;
  private final Shipping shipping;
  private final Refunding refunding;
  private final Cancelling cancelling;

  OrderEndpoints(EbayBooks books, ChannelEffects effects, Cancelling cancelling) {
    this.books = books;
    this.shipping = new Shipping(books, effects);
    this.refunding = new Refunding(books, effects);
    this.cancelling = cancelling;
  }

  RestReply list(RestRequest request) {
    Map<String, String> query = new LinkedHashMap<>();
    request.query().forEach((name, values) -> query.put(name, values.get(0)));
    OrderSearch search = new OrderSearch(books, query);
    List<EbayOrder> all = search.orders();
    int limit = Math.min(search.limit(), books.largestPage());
    int offset = search.offset();
    EbayRefusal.expect(offset == 0 || offset < all.size(), 31000, "Invalid offset: " + offset);
    int to = Math.min(offset + limit, all.size());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("href", address(request, query, limit, offset));
    body.put("total", all.size()).put("limit", limit).put("offset", offset);
    if (to < all.size()) {
      body.put("next", address(request, query, limit, to));
    }
    ArrayNode orders = body.putArray("orders");
    all.subList(offset, to).forEach(order -> orders.add(OrderJson.of(order, true)));
    return RestReply.json(body);
  }

  RestReply one(RestRequest request) {
    return RestReply.json(OrderJson.of(find(request.path("orderId")), false));
  }

  RestReply packages(RestRequest request) {
    return RestReply.json(Shipping.list(find(request.path("orderId"))));
  }

  /** The package's address is in the header {@code Location}. */
  RestReply ship(RestRequest request) {
    EbayOrder order = find(request.path("orderId"));
    EbayPackage parcel = shipping.run(order, request.json());
    String path = LIST + "/" + order.id() + "/shipping_fulfillment/" + parcel.id();
    return RestReply.json(201, Map.of()).with("Location", request.server() + path);
  }

  RestReply refund(RestRequest request) {
    String id = refunding.run(find(request.path("order_id")), request.json());
    return RestReply.json(Map.of("refundId", id, "refundStatus", "PENDING"));
  }

  /** An order that cannot be cancelled is answered with status 200 and the reason inside. */
  RestReply cancel(RestRequest request) {
    EbayOrder order = find(request.json().path("legacyOrderId").asText(""));
    String reason = request.json().path("cancelReason").asText("");
    Optional<String> cancelled = cancelling.bySeller(order, reason);
    if (cancelled.isPresent()) {
      return RestReply.json(201, Map.of("cancelId", cancelled.get()));
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode result = body.putObject("orderEligibilityResult");
    result.put("eligible", false).put("legacyOrderId", order.id());
    result.putArray("failureReason").add("ORDER_CANNOT_BE_CANCELLED");
    return RestReply.json(body.putNull("cancelId"));
  }

  RestReply approve(RestRequest request) {
    String id = request.path("cancelId");
    boolean isApproved = books.findCancellation(id).filter(cancelling::approve).isPresent();
    if (!isApproved) {
      throw new EbayRefusal(404, 32100, "There is no cancellation " + id + " to approve");
    }
    return RestReply.json(Map.of());
  }

  private EbayOrder find(String id) {
    return books.find(id).orElseThrow(() -> new EbayRefusal(404, 32100, "Invalid Order Id: " + id));
  }

  private static String address(
      RestRequest request, Map<String, String> query, int limit, int offset) {
    String filter = query.getOrDefault("filter", "");
    return request.server()
        + LIST
        + "?"
        + (filter.isEmpty() ? "" : "filter=" + URLEncoder.encode(filter, UTF_8) + "&")
        + "limit="
        + limit
        + "&offset="
        + offset;
  }
}
