package io.serai.intake;

import io.serai.allocation.Decision;
import io.serai.backorder.Waiting;
import io.serai.order.Customer;
import io.serai.shipment.Promise;
import io.serai.timeline.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells what was decided for a new order, for its timeline. */
final class Story {
  private Story() {}

  static List<Entry> of(OrderIntake.NewOrder order, Decision decision) {
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry(
            order.id(),
            "received",
            "Received from "
                + order.order().channel()
                + " with "
                + order.lines().size()
                + " lines."));
    order
        .order()
        .hold()
        .ifPresent(
            reason ->
                entries.add(
                    new Entry(
                        order.id(),
                        "hold",
                        "It is on hold: "
                            + reason
                            + ". It is planned and reserved, and nothing of it is sent until it is released.")));
    Customer customer = order.order().customer();
    if (!customer.email().isEmpty() && !customer.canBeWrittenTo()) {
      entries.add(
          new Entry(
              order.id(),
              "no-mail",
              "The customer gets no mail: '"
                  + customer.email().replaceAll("\\s+", " ")
                  + "' is not exactly one address."));
    }
    if (!decision.promises().isEmpty()) {
      entries.add(new Entry(order.id(), "planned", "Ships from " + suppliers(decision) + "."));
    }
    if (!decision.waiting().isEmpty()) {
      int units = decision.waiting().stream().mapToInt(Waiting::quantity).sum();
      entries.add(
          new Entry(
              order.id(),
              "backordered",
              decision.held()
                  ? "The whole order waits until it can ship whole."
                  : units + " units wait for stock" + when(decision) + "."));
    }
    order.lines().values().stream()
        .filter(
            line ->
                decision.need().lines().stream()
                    .noneMatch(wanted -> wanted.line().equals(line.line())))
        .forEach(
            line ->
                entries.add(
                    new Entry(
                        order.id(),
                        "held",
                        "Line "
                            + line.line()
                            + " is held: no supplier offers the SKU "
                            + line.sku()
                            + ".")));
    return entries;
  }

  private static String when(Decision decision) {
    return decision.waiting().stream()
        .map(
            waiting ->
                "; "
                    + waiting.quantity()
                    + " of "
                    + waiting.sku()
                    + ": "
                    + waiting.estimate().told())
        .collect(Collectors.joining());
  }

  private static String suppliers(Decision decision) {
    Map<String, Integer> units = new TreeMap<>();
    for (Promise promise : decision.promises()) {
      units.merge(promise.supplier(), promise.quantity(), Integer::sum);
    }
    return units.entrySet().stream()
        .map(entry -> entry.getKey() + " (" + entry.getValue() + " units)")
        .collect(Collectors.joining(", "));
  }
}
