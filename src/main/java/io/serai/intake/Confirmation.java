package io.serai.intake;

import io.serai.allocation.Decision;
import io.serai.backorder.Waiting;
import io.serai.delivery.Owed;
import io.serai.notify.Letters;
import io.serai.notify.Letters.About;
import io.serai.notify.Letters.Item;
import io.serai.notify.Letters.WaitingItem;
import io.serai.order.IncomingOrder;
import io.serai.shipment.Promise;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes to the customer that the order is here and how it will arrive. */
public final class Confirmation {
  private final Letters letters;

  public Confirmation(Letters letters) {
    this.letters = letters;
  }

  List<Owed> of(OrderIntake.NewOrder order, Decision decision) {
    IncomingOrder incoming = order.order();
    Map<String, List<Item>> shipments = new TreeMap<>();
    Set<Long> decided = new HashSet<>();
    for (Promise promise : decision.promises()) {
      shipments
          .computeIfAbsent(promise.supplier(), supplier -> new ArrayList<>())
          .add(item(order.lines().get(promise.orderLineId()), promise.quantity()));
      decided.add(promise.orderLineId());
    }
    List<WaitingItem> waiting = new ArrayList<>();
    for (Waiting units : decision.waiting()) {
      waiting.add(
          new WaitingItem(
              item(order.lines().get(units.orderLineId()), units.quantity()), units.eta()));
      decided.add(units.orderLineId());
    }
    List<Item> held = new ArrayList<>();
    order
        .lines()
        .forEach(
            (id, line) -> {
              if (!decided.contains(id)) {
                held.add(item(line, line.wanted()));
              }
            });
    return letters.confirmed(
        new About(order.id(), incoming.channel(), incoming.number(), incoming.customer()),
        List.copyOf(shipments.values()),
        waiting,
        held);
  }

  private static Item item(IncomingOrder.Line line, int quantity) {
    return new Item(line.title(), line.sku(), quantity);
  }
}
