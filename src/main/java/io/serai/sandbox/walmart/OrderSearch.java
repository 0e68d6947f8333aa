package io.serai.sandbox.walmart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a list of orders is asked for: by the parameters of the first page, or by the query that a
 * page gave for the next.
 */
final class OrderSearch {
  private static final Duration USUAL = Duration.ofDays(7);
  private static final int LARGEST_PAGE = 200;

  private final WalmartBooks books;
  private final Map<String, String> query;

  /**
   * @param query by name, decoded
   */
  OrderSearch(WalmartBooks books, Map<String, String> query) {
    this.books = books;
    this.query = query;
  }

  /** How many orders a page has. */
  int limit() {
    int limit = number("limit", 100);
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw refused("limit must be between 1 and " + LARGEST_PAGE);
    }
    return limit;
  }

  /** How many orders stand before the page. */
  int offset() {
    return number("poIndex", 0);
  }

  /** All that fit, oldest first. */
  List<WalmartOrder> orders() {
    Instant created = time("createdStartDate").orElseGet(() -> books.now().minus(USUAL));
    Optional<Instant> createdEnd = time("createdEndDate");
    Optional<Instant> changed = time("lastModifiedStartDate");
    Optional<Instant> changedEnd = time("lastModifiedEndDate");
    String node = query.getOrDefault("shipNodeType", "SellerFulfilled");
    return books.visible().stream()
        .filter(order -> !order.sold().createdAt().isBefore(created))
        .filter(order -> isBefore(createdEnd, order, each -> each.sold().createdAt()))
        .filter(order -> changed.isEmpty() || !order.changedAt().isBefore(changed.get()))
        .filter(order -> isBefore(changedEnd, order, WalmartOrder::changedAt))
        .filter(order -> order.shipNode().equals(node))
        .filter(order -> isEqual("purchaseOrderId", order.number()))
        .filter(this::hasStatus)
        .toList();
  }

  private boolean hasStatus(WalmartOrder order) {
    String status = query.get("status");
    return status == null || order.lines().stream().anyMatch(line -> hasStatus(line, status));
  }

  private static boolean hasStatus(WalmartLine line, String status) {
    return switch (status) {
      case "Created" -> line.open() > 0 && !line.isAcknowledged();
      case "Acknowledged" -> line.open() > 0 && line.isAcknowledged();
      case "Shipped" -> !line.shipped().isEmpty();
      case "Cancelled" -> !line.cancelled().isEmpty();
      default -> throw refused("status " + status + " is invalid");
    };
  }

  private static boolean isBefore(
      Optional<Instant> end, WalmartOrder order, Function<WalmartOrder, Instant> time) {
    return end.isEmpty() || time.apply(order).isBefore(end.get());
  }

  private boolean isEqual(String parameter, String value) {
    return !query.containsKey(parameter) || query.get(parameter).equals(value);
  }

  private int number(String name, int otherwise) {
    String text = query.get(name);
    if (text != null && !text.matches("[0-9]{1,9}")) {
      throw refused(name + " must be a number, not " + text);
    }
    return text == null ? otherwise : Integer.parseInt(text);
  }

  /** A day, or a time without milliseconds. */
  private Optional<Instant> time(String name) {
    String text = query.get(name);
    try {
      return Optional.ofNullable(text)
          .map(
              said ->
                  said.length() == 10
                      ? LocalDate.parse(said).atStartOfDay(ZoneOffset.UTC).toInstant()
                      : Instant.parse(said));
    } catch (DateTimeParseException e) {
      throw refused(name + " is no date: " + text);
    }
  }

  /** The list cannot be had as it was asked for. */
  static WalmartRefusal refused(String why) {
    return new WalmartRefusal(400, "INVALID_REQUEST.GMP_ORDER_API", why);
  }
}
