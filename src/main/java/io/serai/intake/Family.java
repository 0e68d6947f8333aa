package io.serai.intake;

import io.serai.order.OrderLine;
import io.serai.order.Place;
import io.serai.order.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A line that a channel has sold, with the lines that stand for units of it by the customer's
 * choice: to the channel they are one.
 */
record Family(OrderLine sold, List<OrderLine> instead, Said said) {

  /** The families of an order, in the order of what was sold. */
  static List<Family> of(List<OrderLine> lines, Map<Long, Said> said) {
    Map<Long, List<OrderLine>> instead = new HashMap<>();
    List<OrderLine> sold = new ArrayList<>();
    for (OrderLine line : lines) {
      long first = line.id();
      while (said.get(first).replaces().isPresent()) {
        first = said.get(first).replaces().get();
      }
      if (first == line.id()) {
        sold.add(line);
      } else {
        instead.computeIfAbsent(first, id -> new ArrayList<>()).add(line);
      }
    }
    return sold.stream()
        .map(
            line ->
                new Family(line, instead.getOrDefault(line.id(), List.of()), said.get(line.id())))
        .toList();
  }

  /** The ids of its lines. */
  List<Long> ids() {
    List<Long> ids = new ArrayList<>(List.of(sold.id()));
    instead.forEach(line -> ids.add(line.id()));
    return ids;
  }

  /** The units of it that are cancelled; what another line stands for is not. */
  int cancelled() {
    return sold.in(Place.CANCELLED)
        + instead.stream().mapToInt(line -> line.in(Place.CANCELLED) - line.ordered()).sum();
  }

  /** The units of it that have left. */
  int shipped() {
    return sold.in(Place.SHIPPED) + instead.stream().mapToInt(line -> line.in(Place.SHIPPED)).sum();
  }
}
