package io.serai.cancellation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.delivery.Owed;
import io.serai.mapping.Json;
import io.serai.notify.Letters;
import io.serai.notify.Letters.About;
import io.serai.notify.Letters.Item;
import io.serai.notify.Refund;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells the channel and the customer which units will not come. */
public final class CancellationNews {
  private final Letters letters;

  public CancellationNews(Letters letters) {
    this.letters = letters;
  }

  /**
   * Owes the channel its cancellation, where it was not the channel that cancelled, and the
   * customer a letter.
   */
  List<Owed> of(
      Order order, Map<OrderLine, Integer> cancelled, String reason, boolean tellChannel) {
    List<OrderLine> lines =
        cancelled.keySet().stream().sorted(Comparator.comparing(OrderLine::id)).toList();
    // A line is cancelled in parts at most; how much of it is gone by now makes each part's key its
    // own.
    String parts =
        lines.stream()
            .map(line -> line.line() + "=" + line.in(Place.CANCELLED))
            .collect(Collectors.joining(","));
    String key =
        order.channel()
            + ":"
            + order.number()
            + ":"
            + UUID.nameUUIDFromBytes(parts.getBytes(StandardCharsets.UTF_8));
    List<Owed> news = new ArrayList<>();
    if (tellChannel) {
      news.add(toChannel(order, lines, cancelled, reason, key));
    }
    news.addAll(
        letters.cancelled(
            new About(order.id(), order.channel(), order.number(), order.customer()),
            key,
            lines.stream()
                .map(line -> new Item(line.title(), line.sku(), cancelled.get(line)))
                .toList(),
            Refund.of(order.currency(), cancelled),
            reason));
    return news;
  }

  private static Owed toChannel(
      Order order,
      List<OrderLine> lines,
      Map<OrderLine, Integer> cancelled,
      String reason,
      String key) {
    ObjectNode payload =
        Json.object()
            .put("order", order.externalId())
            .put("number", order.number())
            .put("reason", reason);
    payload.put("currency", order.currency());
    ArrayNode array = payload.putArray("lines");
    for (OrderLine line : lines) {
      array
          .addObject()
          .put("line", line.externalId())
          .put("sku", line.sku())
          .put("quantity", cancelled.get(line));
    }
    return new Owed(
        "cancellation",
        order.channel(),
        "cancellation:" + key,
        Optional.of(order.id()),
        Optional.empty(),
        payload);
  }
}
