package io.serai.sandbox.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes answers say of odd orders what the schema would not let them say. Thread-safe. */
final class OddAnswers {
  private static final List<String> NULL_IN_ORDER =
      List.of(
          "processedAt",
          "displayFinancialStatus",
          "displayFulfillmentStatus",
          "email",
          "phone",
          "customerLocale",
          "customer");
  private static final List<String> NULL_IN_LINE =
      List.of(
          "title",
          "currentQuantity",
          "unfulfilledQuantity",
          "requiresShipping",
          "originalUnitPriceSet");

  private final Map<String, Set<Oddity>> byOrder = new ConcurrentHashMap<>();

  void add(String order, Set<Oddity> oddities) {
    byOrder.put(order, Set.copyOf(oddities));
  }

  /** Changes the data of an answer, wherever an odd order is in it. */
  void distort(Object data) {
    if (byOrder.isEmpty()) {
      return;
    }
    if (data instanceof Collection<?> list) {
      list.forEach(this::distort);
    } else if (data instanceof Map<?, ?> object) {
      object.values().forEach(this::distort);
      byOrder
          .getOrDefault(String.valueOf(object.get("id")), Set.of())
          .forEach(oddity -> distort(oddity, open(object)));
    }
  }

  private static void distort(Oddity oddity, Map<String, Object> order) {
    switch (oddity) {
      case LATER_VERSION -> {
        order.put("teleport", Map.of("beam", List.of(7, 9), "to", "Mars"));
        order.replace("displayFulfillmentStatus", "TELEPORTED");
        lines(order).forEach(line -> open(line).put("weightless", true));
      }
      case UNKNOWN_STATUS -> order.replace("displayFinancialStatus", "PAID_IN_SEASHELLS");
      case NULLS -> {
        NULL_IN_ORDER.forEach(field -> order.replace(field, null));
        lines(order)
            .forEach(line -> NULL_IN_LINE.forEach(field -> open(line).replace(field, null)));
      }
      case UNPAID, NO_ADDRESS -> {
        // The schema lets the order itself say so.
      }
    }
  }

  private static Collection<?> lines(Map<String, Object> order) {
    return order.get("lineItems") instanceof Map<?, ?> lines
            && lines.get("nodes") instanceof Collection<?> nodes
        ? nodes
        : List.of();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> open(Object object) {
    return (Map<String, Object>) object;
  }
}
