package io.serai.sandbox.store;

import io.serai.sandbox.store.Payload.UserError;
import io.serai.sandbox.world.ChannelEffects;
import io.serai.sandbox.world.TrackingPost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mutation that ships units and posts their tracking. Its checks come in the order of the real
 * one: quantities, fulfillment orders, one order, open, lines, how much is left.
 */
final class FulfillmentCreate {
  private static final String TYPE = "FulfillmentCreatePayload";
  private static final String GROUPS = "lineItemsByFulfillmentOrder";
  private static final String LINES = "fulfillmentOrderLineItems";

  private record Share(StoredLine line, int units) {}

  private final StoreBooks books;
  private final ChannelEffects effects;

  FulfillmentCreate(StoreBooks books, ChannelEffects effects) {
    this.books = books;
    this.effects = effects;
  }

  Payload run(Map<String, Object> input) {
    List<Map<String, Object>> groups = list(input, GROUPS);
    Optional<UserError> fault =
        quantities(groups).or(() -> fulfillmentOrders(groups)).or(() -> units(groups));
    return fault.map(this::refuse).orElseGet(() -> ship(input, groups));
  }

  private Payload refuse(UserError error) {
    effects.refused("fulfillmentCreate: " + error.message());
    return Payload.refused(TYPE, error);
  }

  private static Optional<UserError> quantities(List<Map<String, Object>> groups) {
    for (int g = 0; g < groups.size(); g++) {
      List<Map<String, Object>> lines = list(groups.get(g), LINES);
      for (int i = 0; i < lines.size(); i++) {
        if ((int) lines.get(i).get("quantity") <= 0) {
          return Optional.of(
              UserError.of(
                  "Quantity must be greater than 0",
                  "fulfillment",
                  GROUPS,
                  "" + g,
                  LINES,
                  "" + i,
                  "quantity"));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<UserError> fulfillmentOrders(List<Map<String, Object>> groups) {
    if (groups.isEmpty() || groups.stream().anyMatch(group -> find(group).isEmpty())) {
      return fault("Fulfillment order does not exist.");
    }
    List<StoredFulfillmentOrder> found = groups.stream().map(group -> find(group).get()).toList();
    List<Long> orders = found.stream().map(each -> each.order().id()).distinct().toList();
    if (orders.size() > 1) {
      return fault(
          "All fulfillment orders must belong to the same order. Multiple orders with ids "
              + orders
              + " were found.");
    }
    return found.stream()
        .filter(StoredFulfillmentOrder::isClosed)
        .findFirst()
        .flatMap(
            closed ->
                fault(
                    "Fulfillment order " + closed.id() + " has an unfulfillable status= closed."));
  }

  private Optional<UserError> units(List<Map<String, Object>> groups) {
    Map<StoredLine, Integer> wanted = new LinkedHashMap<>();
    for (Map<String, Object> group : groups) {
      for (Map<String, Object> each : list(group, LINES)) {
        Optional<StoredFulfillmentOrder.Line> line = find(group).get().line(each.get("id"));
        if (line.isEmpty()) {
          return fault("Fulfillment order line item does not exist.");
        }
        wanted.merge(line.get().line(), (int) each.get("quantity"), Integer::sum);
      }
    }
    boolean enough =
        wanted.entrySet().stream().allMatch(each -> each.getValue() <= each.getKey().remaining());
    return enough
        ? Optional.empty()
        : fault("Invalid fulfillment order line item quantity requested.");
  }

  private Payload ship(Map<String, Object> input, List<Map<String, Object>> groups) {
    StoredOrder order = find(groups.get(0)).get().order();
    Map<StoredLine, Integer> units = new LinkedHashMap<>();
    groups.stream()
        .flatMap(group -> shares(group).stream())
        .forEach(share -> units.merge(share.line(), share.units(), Integer::sum));
    List<StoredFulfillment.Line> lines = new ArrayList<>();
    units.forEach(
        (line, count) -> {
          line.fulfill(count);
          long id = books.ids().next("FulfillmentLineItem");
          lines.add(new StoredFulfillment.Line(id, line, count));
        });
    StoredFulfillment fulfillment = file(order, tracking(input), lines);
    effects.trackingPosted(post(fulfillment));
    return Payload.done(TYPE, Map.of("fulfillment", fulfillment));
  }

  /** Without line items everything that is left on the fulfillment order is shipped. */
  private List<Share> shares(Map<String, Object> group) {
    StoredFulfillmentOrder order = find(group).get();
    List<Map<String, Object>> lines = list(group, LINES);
    if (lines.isEmpty()) {
      return order.lines().stream()
          .filter(line -> line.line().remaining() > 0)
          .map(line -> new Share(line.line(), line.line().remaining()))
          .toList();
    }
    return lines.stream()
        .map(each -> new Share(order.line(each.get("id")).get().line(), (int) each.get("quantity")))
        .toList();
  }

  private StoredFulfillment file(
      StoredOrder order,
      List<StoredFulfillment.Tracking> tracking,
      List<StoredFulfillment.Line> lines) {
    StoredFulfillment fulfillment =
        books.file(
            new StoredFulfillment(
                books.ids().next("Fulfillment"),
                order.sold().name() + "-F" + (order.fulfillments().size() + 1),
                order,
                books.location(),
                books.now(),
                tracking,
                List.copyOf(lines)));
    order.fulfillments().add(fulfillment);
    order.touch(books.now());
    return fulfillment;
  }

  private static List<StoredFulfillment.Tracking> tracking(Map<String, Object> input) {
    if (!(input.get("trackingInfo") instanceof Map<?, ?> info)) {
      return List.of();
    }
    List<?> numbers = info.get("numbers") instanceof List<?> many ? many : List.of();
    List<?> urls = info.get("urls") instanceof List<?> many ? many : List.of();
    List<StoredFulfillment.Tracking> all = new ArrayList<>();
    if (numbers.isEmpty()) {
      all.add(tracking(info.get("company"), info.get("number"), info.get("url")));
    }
    for (int i = 0; i < numbers.size(); i++) {
      Object url = i < urls.size() ? urls.get(i) : null;
      all.add(tracking(info.get("company"), numbers.get(i), url));
    }
    return all;
  }

  private static StoredFulfillment.Tracking tracking(Object company, Object number, Object url) {
    return new StoredFulfillment.Tracking(text(company), text(number), text(url));
  }

  private static TrackingPost post(StoredFulfillment fulfillment) {
    StoredFulfillment.Tracking none = new StoredFulfillment.Tracking("", "", "");
    StoredFulfillment.Tracking tracking = fulfillment.tracking().stream().findFirst().orElse(none);
    Map<String, Integer> units = new LinkedHashMap<>();
    fulfillment.lines().forEach(line -> units.put(line.line().gid(), line.quantity()));
    return new TrackingPost(
        fulfillment.order().sold().name(),
        tracking.number(),
        tracking.company(),
        tracking.url(),
        units);
  }

  private Optional<StoredFulfillmentOrder> find(Map<String, Object> group) {
    return books.find(StoredFulfillmentOrder.class, group.get("fulfillmentOrderId"));
  }

  private static Optional<UserError> fault(String message) {
    return Optional.of(UserError.of(message, "fulfillment"));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> input, String name) {
    Object list = input.get(name);
    return list == null ? List.of() : (List<Map<String, Object>>) list;
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
