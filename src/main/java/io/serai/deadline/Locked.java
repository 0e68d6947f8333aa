package io.serai.deadline;

import io.serai.backorder.Due;
import io.serai.order.OrderStore;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads what is due under the locks of its orders. */
final class Locked {
  private Locked() {}

  /**
   * What is due is read, its orders are locked, and it is read again: what changed meanwhile is not
   * due any more.
   */
  static List<Due> due(Handle handle, OrderStore orders, Supplier<List<Due>> due) {
    Set<Long> ids =
        due.get().stream().map(one -> one.backorder().orderId()).collect(Collectors.toSet());
    if (ids.isEmpty()) {
      return List.of();
    }
    orders.lock(handle, ids);
    return due.get().stream().filter(one -> ids.contains(one.backorder().orderId())).toList();
  }
}
