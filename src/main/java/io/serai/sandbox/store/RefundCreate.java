package io.serai.sandbox.store;

import io.serai.sandbox.store.Payload.UserError;
import io.serai.sandbox.world.Cancellation;
import io.serai.sandbox.world.ChannelEffects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mutation that takes units off an order. It counts units only; the real one moves money when
 * transactions are given with it.
 */
final class RefundCreate {
  private static final String TYPE = "RefundCreatePayload";
  private static final String LINES = "refundLineItems";

  private record Part(StoredLine line, int quantity, String restockType) {}

  private final StoreBooks books;
  private final ChannelEffects effects;

  RefundCreate(StoreBooks books, ChannelEffects effects) {
    this.books = books;
    this.effects = effects;
  }

  Payload run(Map<String, Object> input) {
    Optional<StoredOrder> order = books.find(StoredOrder.class, input.get("orderId"));
    if (order.isEmpty()) {
      return refuse(UserError.of("Order does not exist", "orderId"));
    }
    List<Part> parts = new ArrayList<>();
    Map<StoredLine, Integer> taken = new LinkedHashMap<>();
    List<Map<String, Object>> lines = lines(input);
    for (int i = 0; i < lines.size(); i++) {
      Optional<StoredLine> line = order.get().line(lines.get(i).get("lineItemId"));
      if (line.isEmpty()) {
        return refuse(UserError.of("Line item does not exist", LINES, "" + i, "lineItemId"));
      }
      Part part = part(lines.get(i), line.get());
      Optional<String> fault = fault(part, taken.merge(part.line(), part.quantity(), Integer::sum));
      if (fault.isPresent()) {
        return refuse(UserError.of(fault.get(), LINES, "" + i, "quantity"));
      }
      parts.add(part);
    }
    return refund(order.get(), text(input.get("note")), parts);
  }

  private Payload refuse(UserError error) {
    effects.refused("refundCreate: " + error.message());
    return Payload.refused(TYPE, error);
  }

  private static Part part(Map<String, Object> input, StoredLine line) {
    String restock =
        input.get("restockType") == null ? "NO_RESTOCK" : text(input.get("restockType"));
    return new Part(line, (int) input.get("quantity"), restock);
  }

  /** CANCEL takes units that have not left; the others take those first that have. */
  private static Optional<String> fault(Part part, int taken) {
    StoredLine line = part.line();
    if (part.quantity() <= 0) {
      return Optional.of("Quantity must be greater than 0");
    }
    if (taken > line.current()) {
      return Optional.of("Quantity cannot refund more items than were purchased");
    }
    if (part.restockType().equals("CANCEL") && taken > line.remaining()) {
      return Optional.of("Quantity cannot remove more than the fulfillable quantity");
    }
    return Optional.empty();
  }

  private Payload refund(StoredOrder order, String note, List<Part> parts) {
    List<StoredRefund.Line> lines = new ArrayList<>();
    Map<String, Integer> units = new LinkedHashMap<>();
    for (Part part : parts) {
      if (part.restockType().equals("CANCEL")) {
        part.line().remove(part.quantity());
      } else {
        part.line().refund(part.quantity());
      }
      units.merge(part.line().gid(), part.quantity(), Integer::sum);
      long id = books.ids().next("RefundLineItem");
      lines.add(new StoredRefund.Line(id, part.line(), part.quantity(), part.restockType()));
    }
    long id = books.ids().next("Refund");
    StoredRefund refund =
        books.file(new StoredRefund(id, order, books.now(), note, List.copyOf(lines)));
    order.refunds().add(refund);
    order.touch(books.now());
    effects.cancelled(new Cancellation(refund.gid(), order.sold().name(), note, units));
    return Payload.done(TYPE, Map.of("order", order, "refund", refund));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> lines(Map<String, Object> input) {
    Object lines = input.get(LINES);
    return lines == null ? List.of() : (List<Map<String, Object>>) lines;
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
