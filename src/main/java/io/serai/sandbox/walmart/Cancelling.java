package io.serai.sandbox.walmart;

import static io.serai.sandbox.walmart.LineChange.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.world.Cancellation;
import io.serai.sandbox.world.ChannelEffects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Units that are not to come are cancelled, by the seller or by Walmart itself. */
final class Cancelling {
  private static final Set<String> REASONS =
      Set.of(
          "SELLER_CANCEL_OUT_OF_STOCK",
          "SELLER_CANCEL_ITEM_MISPRICED",
          "SELLER_CANCEL_ADDRESS_NOT_SERVICEABLE",
          "CUSTOMER_REQUESTED_SELLER_TO_CANCEL");

  private final WalmartBooks books;
  private final ChannelEffects effects;
  private final AtomicInteger count = new AtomicInteger();

  Cancelling(WalmartBooks books, ChannelEffects effects) {
    this.books = books;
    this.effects = effects;
  }

  /** The seller cancels units by line. */
  void run(WalmartOrder order, JsonNode body) {
    List<LineChange> changes =
        LineChange.read(order, body.path("orderCancellation").path("orderLines"), "Cancelled");
    Map<WalmartLine, Integer> wanted = new LinkedHashMap<>();
    for (LineChange change : changes) {
      String reason = change.status().path("cancellationReason").asText();
      expect(REASONS.contains(reason), "cancellationReason " + reason + " is invalid");
      wanted.merge(change.line(), change.units(), Integer::sum);
    }
    wanted.forEach(
        (line, units) ->
            expect(
                units <= line.open(),
                "Line " + line.number() + " has " + line.open() + " units to cancel"));
    changes.forEach(
        change ->
            change
                .line()
                .cancel(
                    change.units(),
                    change.status().path("cancellationReason").asText(),
                    books.now()));
    record(order, changes.get(0).status().path("cancellationReason").asText(), wanted);
  }

  /** Walmart cancels what is left of an order, as its customer asked. */
  void cancel(WalmartOrder order) {
    Map<WalmartLine, Integer> units = new LinkedHashMap<>();
    order.lines().stream()
        .filter(line -> line.open() > 0)
        .forEach(line -> units.put(line, line.open()));
    units.forEach((line, open) -> line.cancel(open, "CUSTOMER_CANCELLED", books.now()));
    record(order, "CUSTOMER_CANCELLED", units);
  }

  private void record(WalmartOrder order, String reason, Map<WalmartLine, Integer> lines) {
    Map<String, Integer> units = new LinkedHashMap<>();
    lines.forEach((line, count) -> units.put(line.number(), count));
    String id = "walmart-" + order.number() + "-" + count.incrementAndGet();
    effects.cancelled(new Cancellation(id, order.number(), reason, units));
  }
}
