package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.mapping.Jq;
import io.serai.mapping.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the channel's list of new and changed orders is read.
 *
 * @param request yields the request for a page
 * @param items yields the orders of a page's body
 * @param number yields an order's number, for its document
 * @param revision yields what makes a change of an order; the same again is not stored again
 * @param cursor yields when an order changed last, as an ISO time or in epoch milliseconds
 * @param overlap how far before the last change the next poll starts
 * @param backfill how far back the first poll starts
 * @param detail yields the request for one whole order, when the list holds less
 */
record OrderList(
    Jq request,
    Jq items,
    Jq number,
    Jq revision,
    Jq cursor,
    Paging paging,
    Duration overlap,
    Duration backfill,
    Optional<Jq> detail) {
  private static final Duration LONGEST = Duration.ofDays(90);

  static Optional<OrderList> of(JsonNode block, Programs programs) {
    return block.isObject() ? Optional.of(read(block, programs)) : Optional.empty();
  }

  /**
   * The same where time runs so many times as fast as the real one. It takes a hub as long as ever
   * to start, and what was sold meanwhile is to be met: the first poll starts further back, but
   * within what channels answer for.
   */
  OrderList paced(double pace) {
    if (pace <= 1 || backfill.compareTo(LONGEST) > 0) {
      return this;
    }
    double days = Math.min(LONGEST.toDays(), backfill.toDays() * pace);
    Duration longer = Duration.ofDays((long) days);
    return new OrderList(request, items, number, revision, cursor, paging, overlap, longer, detail);
  }

  /** The orders that a page or any other payload of the channel holds. */
  List<JsonNode> items(JsonNode body, Map<String, JsonNode> variables) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode each : items.apply(body, variables)) {
      if (each.isArray()) {
        each.forEach(found::add);
      } else if (!each.isNull()) {
        found.add(each);
      }
    }
    return found;
  }

  /** An order as the hub keeps it: its number, what makes it a revision, and itself. */
  ObjectNode taken(JsonNode order, Map<String, JsonNode> variables) {
    JsonNode said = number.one(order, variables);
    ObjectNode taken =
        Json.object().put("number", said.isTextual() ? said.asText() : said.toString());
    taken.set("revision", revision.one(order, variables));
    taken.set("order", order);
    return taken;
  }

  private static OrderList read(JsonNode block, Programs programs) {
    return new OrderList(
        programs.wanted(block.path("request"), "orders.request"),
        programs
            .maybe(block.path("items"), "orders.items")
            .orElseGet(() -> Jq.compile("items", ".")),
        programs.wanted(block.path("number"), "orders.number"),
        programs
            .maybe(block.path("revision"), "orders.revision")
            .orElseGet(() -> Jq.compile("revision", ".")),
        programs.wanted(block.path("cursor"), "orders.cursor"),
        Paging.of(block.path("paging"), programs),
        Duration.ofSeconds(block.path("overlapSeconds").asLong(120)),
        Duration.ofDays(block.path("backfillDays").asLong(7)),
        programs.maybe(block.path("detail"), "orders.detail"));
  }
}
