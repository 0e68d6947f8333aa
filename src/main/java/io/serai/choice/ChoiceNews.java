package io.serai.choice;

import io.serai.backorder.Backorder;
import io.serai.choice.Choices.Waiting;
import io.serai.delivery.DeliveryStore;
import io.serai.notify.Letters;
import io.serai.notify.Letters.About;
import io.serai.notify.Letters.Item;
import io.serai.notify.Letters.WaitingItem;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Confirms to customers what they have chosen, and tells it in the timeline. */
public final class ChoiceNews {
  private final Letters letters;
  private final DeliveryStore deliveries;
  private final Timeline timeline;

  public ChoiceNews(Letters letters, DeliveryStore deliveries, Timeline timeline) {
    this.letters = letters;
    this.deliveries = deliveries;
    this.timeline = timeline;
  }

  void keepsWaiting(Handle handle, Waiting waiting, long choice) {
    Order order = waiting.order();
    WaitingItem item = new WaitingItem(item(waiting.line(), waiting.units()), eta(waiting.waits()));
    deliveries.owe(handle, letters.keepsWaiting(about(order), "choice:" + choice, List.of(item)));
    tell(
        handle,
        order,
        "The customer waits on for " + waiting.units() + " units of " + waiting.line().sku() + ".");
  }

  void takesInstead(Handle handle, Waiting waiting, OrderLine instead, long choice) {
    Order order = waiting.order();
    deliveries.owe(
        handle,
        letters.takesInstead(
            about(order),
            "choice:" + choice,
            item(waiting.line(), waiting.units()),
            item(instead, instead.ordered())));
    tell(
        handle,
        order,
        "The customer takes "
            + instead.ordered()
            + " units of "
            + instead.sku()
            + " instead of "
            + waiting.line().sku()
            + ".");
  }

  /** The latest date of some waits; none where that of any is not known. */
  static Optional<LocalDate> eta(List<Backorder> waits) {
    return waits.stream().allMatch(wait -> wait.eta().isPresent())
        ? waits.stream().map(wait -> wait.eta().orElseThrow()).max(Comparator.naturalOrder())
        : Optional.empty();
  }

  private void tell(Handle handle, Order order, String what) {
    timeline.write(handle, List.of(new Entry(order.id(), "answered", what)));
  }

  private static About about(Order order) {
    return new About(order.id(), order.channel(), order.number(), order.customer());
  }

  private static Item item(OrderLine line, int units) {
    return new Item(line.title(), line.sku(), units);
  }
}
