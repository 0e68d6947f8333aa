package io.serai.sandbox.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The search syntax of {@code orders(query:)}: terms of the form {@code field:value}, all of which
 * must hold. Like the real API it passes over fields that it does not know.
 */
final class OrderSearch {
  private static final Pattern TERM =
      Pattern.compile("(\\w+):\\s*(<=|>=|<|>)?\\s*('[^']*'|\"[^\"]*\"|\\S+)");

  private OrderSearch() {}

  static Predicate<StoredOrder> parse(String query) {
    Predicate<StoredOrder> all = order -> true;
    Matcher terms = TERM.matcher(query == null ? "" : query);
    while (terms.find()) {
      String operator = terms.group(2) == null ? "" : terms.group(2);
      String value = terms.group(3).replaceAll("^['\"]|['\"]$", "");
      all = all.and(term(terms.group(1), operator, value));
    }
    return all;
  }

  private static Predicate<StoredOrder> term(String field, String operator, String value) {
    return switch (field) {
      case "updated_at" -> compared(StoredOrder::updatedAt, operator, instant(value));
      case "created_at", "processed_at" ->
          compared(order -> order.sold().createdAt(), operator, instant(value));
      case "status" -> status(value);
      case "financial_status" -> order -> value.equals(order.isCancelled() ? "refunded" : "paid");
      case "fulfillment_status" -> fulfillment(value);
      case "name" -> order -> order.sold().name().replace("#", "").equals(value.replace("#", ""));
      case "id" -> order -> String.valueOf(order.id()).equals(value);
      case "email" -> order -> order.sold().email().equalsIgnoreCase(value);
      default -> order -> true;
    };
  }

  private static Predicate<StoredOrder> status(String value) {
    return switch (value) {
      case "open", "not_closed" -> StoredOrder::isOpen;
      case "closed" -> order -> !order.isOpen() && !order.isCancelled();
      case "cancelled" -> StoredOrder::isCancelled;
      default -> order -> true;
    };
  }

  private static Predicate<StoredOrder> fulfillment(String value) {
    return switch (value) {
      case "unshipped", "unfulfilled" -> is("UNFULFILLED").or(is("PARTIALLY_FULFILLED"));
      case "partial" -> is("PARTIALLY_FULFILLED");
      case "shipped", "fulfilled" -> is("FULFILLED");
      default -> order -> true;
    };
  }

  private static Predicate<StoredOrder> is(String status) {
    return order -> order.fulfillmentStatus().equals(status);
  }

  private static Predicate<StoredOrder> compared(
      Function<StoredOrder, Instant> at, String operator, Instant limit) {
    return switch (operator) {
      case ">" -> order -> at.apply(order).isAfter(limit);
      case ">=" -> order -> !at.apply(order).isBefore(limit);
      case "<" -> order -> at.apply(order).isBefore(limit);
      case "<=" -> order -> !at.apply(order).isAfter(limit);
      default -> order -> at.apply(order).equals(limit);
    };
  }

  private static Instant instant(String value) {
    try {
      return value.contains("T")
          ? OffsetDateTime.parse(value.toUpperCase(Locale.ROOT)).toInstant()
          : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new StoreRefusal("BAD_REQUEST", "Invalid date in the search query: " + value);
    }
  }
}
