package io.serai.sandbox.amazon;

import io.serai.sandbox.world.Cancellation;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cancels whole orders that nothing has been shipped of. */
final class OrderCancellation {
  private final AmazonBooks books;

  OrderCancellation(AmazonBooks books) {
    this.books = books;
  }

  /** Cancels; else why not. */
  Optional<String> cancel(String orderId, String why) {
    synchronized (books) {
      Optional<AmazonOrder> order = books.find(orderId);
      if (order.isEmpty()) {
        return Optional.of("There is no order " + orderId + ".");
      }
      String status = order.get().status(books.now());
      if (!status.equals("UNSHIPPED") && !status.equals("PENDING")) {
        return Optional.of("Order " + orderId + " is " + status + " and cannot be cancelled.");
      }
      cancel(order.get(), why);
      return Optional.empty();
    }
  }

  private void cancel(AmazonOrder order, String why) {
    Map<String, Integer> units =
        order.items().stream().collect(Collectors.toMap(AmazonItem::id, AmazonItem::open));
    order.cancel(books.now());
    books.effects().cancelled(new Cancellation(order.id(), order.id(), why, units));
  }
}
