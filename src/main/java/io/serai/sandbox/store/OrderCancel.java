package io.serai.sandbox.store;

import graphql.schema.DataFetchingEnvironment;
import io.serai.sandbox.store.Payload.UserError;
import io.serai.sandbox.world.Cancellation;
import io.serai.sandbox.world.ChannelEffects;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The mutation that cancels a whole order of which nothing has left. */
final class OrderCancel {
  private static final String TYPE = "OrderCancelPayload";

  private final StoreBooks books;
  private final ChannelEffects effects;

  OrderCancel(StoreBooks books, ChannelEffects effects) {
    this.books = books;
    this.effects = effects;
  }

  Payload run(Object orderId, String reason, String note) {
    Optional<StoredOrder> order = books.find(StoredOrder.class, orderId);
    if (order.isEmpty()) {
      return refuse("Order does not exist", "NOT_FOUND");
    }
    if (order.get().isCancelled()) {
      return refuse("Cannot cancel an order that has already been canceled", "INVALID");
    }
    if (!order.get().fulfillments().isEmpty()) {
      return refuse("Cannot cancel an order that has outstanding fulfillments", "INVALID");
    }
    cancel(order.get(), reason, note);
    return Payload.done(TYPE, Map.of("job", new Job(books.ids().next("Job"))));
  }

  /** Cancels without asking, as the merchant or the customer does in the store itself. */
  void cancel(StoredOrder order, String reason, String note) {
    Map<String, Integer> units = new LinkedHashMap<>();
    order.lines().stream()
        .filter(line -> line.remaining() > 0)
        .forEach(line -> units.put(line.gid(), line.remaining()));
    order.cancel(reason, books.now());
    effects.cancelled(new Cancellation(order.gid(), order.sold().name(), note, units));
  }

  private Payload refuse(String message, String code) {
    effects.refused("orderCancel: " + message);
    return Payload.refused(TYPE, UserError.of(message, "orderId").coded(code));
  }

  private record Job(long id) implements Entity {
    @Override
    public String type() {
      return "Job";
    }

    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return field.equals("id") ? gid() : (Object) true;
    }
  }
}
