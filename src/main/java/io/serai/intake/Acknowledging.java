package io.serai.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.delivery.Owed;
import io.serai.intake.OrderIntake.NewOrder;
import io.serai.mapping.Json;
import io.serai.order.IncomingOrder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Owes a channel that wants to hear so, once for each order, that the order has been taken in. */
public final class Acknowledging {
  private final Set<String> channels;

  /**
   * @param channels the ids of the channels that want to hear it
   */
  public Acknowledging(Set<String> channels) {
    this.channels = Set.copyOf(channels);
  }

  List<Owed> of(Collection<NewOrder> orders) {
    return orders.stream()
        .filter(order -> channels.contains(order.order().channel()))
        .map(Acknowledging::of)
        .toList();
  }

  private static Owed of(NewOrder numbered) {
    IncomingOrder order = numbered.order();
    ObjectNode payload =
        Json.object().put("order", order.externalId()).put("number", order.number());
    ArrayNode lines = payload.putArray("lines");
    order
        .wantedLines()
        .forEach(
            line ->
                lines
                    .addObject()
                    .put("line", line.externalId())
                    .put("sku", line.sku())
                    .put("quantity", line.wanted()));
    return new Owed(
        "acknowledge",
        order.channel(),
        "acknowledge:" + order.channel() + ":" + order.number(),
        Optional.of(numbered.id()),
        Optional.empty(),
        payload);
  }
}
