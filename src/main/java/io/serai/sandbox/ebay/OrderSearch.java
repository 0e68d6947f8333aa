package io.serai.sandbox.ebay;

import static io.serai.sandbox.ebay.EbayRefusal.expect;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a list of orders is asked for: {@code filter}, {@code limit} and {@code offset}. */
final class OrderSearch {
  private static final Pattern FILTER = Pattern.compile("([a-z]+):(\\[[^\\]]*]|\\{[^}]*})");
  private static final Set<String> NAMES =
      Set.of("creationdate", "lastmodifieddate", "orderfulfillmentstatus");
  private static final int LARGEST_PAGE = 200;

  private final EbayBooks books;
  private final Map<String, String> query;
  private final Map<String, String> filter = new HashMap<>();

  /**
   * @param query by name, decoded
   */
  OrderSearch(EbayBooks books, Map<String, String> query) {
    this.books = books;
    this.query = query;
    Matcher each = FILTER.matcher(query.getOrDefault("filter", ""));
    while (each.find()) {
      expect(NAMES.contains(each.group(1)), 30700, "Invalid filter name: " + each.group(1));
      filter.put(each.group(1), each.group(2).substring(1, each.group(2).length() - 1));
    }
  }

  /** How many orders a page has. */
  int limit() {
    int limit = number("limit", 50, 31100);
    expect(limit > 0 && limit <= LARGEST_PAGE, 31100, "Invalid limit: " + limit);
    return limit;
  }

  /** How many orders stand before the page. */
  int offset() {
    return number("offset", 0, 31000);
  }

  /** All that fit, oldest first. With both dates only that of creation counts. */
  List<EbayOrder> orders() {
    boolean byCreation = filter.containsKey("creationdate");
    Range range = range(byCreation ? "creationdate" : "lastmodifieddate");
    Optional<List<String>> states =
        Optional.ofNullable(filter.get("orderfulfillmentstatus"))
            .map(text -> List.of(text.split("\\|")));
    return books.visible().stream()
        .filter(order -> range.holds(byCreation ? order.sold().createdAt() : order.changedAt()))
        .filter(order -> states.isEmpty() || states.get().contains(order.fulfillmentStatus()))
        .toList();
  }

  private record Range(Optional<Instant> from, Optional<Instant> to) {
    boolean holds(Instant at) {
      return from.filter(at::isBefore).isEmpty() && to.filter(at::isAfter).isEmpty();
    }
  }

  private Range range(String name) {
    String text = filter.get(name);
    if (text == null) {
      return new Range(Optional.empty(), Optional.empty());
    }
    String[] ends = text.split("\\.\\.", 2);
    expect(!ends[0].isEmpty(), 30820, "Start date is missing");
    Optional<Instant> from = time(ends[0]);
    expect(
        from.filter(books.now()::isBefore).isEmpty(),
        30850,
        "Start and end dates can't be in the future");
    return new Range(from, ends.length > 1 ? time(ends[1]) : Optional.empty());
  }

  private static Optional<Instant> time(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw new EbayRefusal(400, 30810, "Invalid date format: " + text);
    }
  }

  private int number(String name, int otherwise, int errorId) {
    String text = query.get(name);
    expect(text == null || text.matches("[0-9]{1,9}"), errorId, "Invalid " + name + ": " + text);
    return text == null ? otherwise : Integer.parseInt(text);
  }
}
