package io.serai.sandbox.store;

import graphql.schema.DataFetchingEnvironment;
import io.serai.sandbox.order.Address;
import io.serai.sandbox.order.SoldLine;
import io.serai.sandbox.order.SoldOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;

/** An order with everything that has happened to it. Guarded by the lock of the books. */
final class StoredOrder implements Entity {
  private final long id;
  private final long customerId;
  private final SoldOrder sold;
  private final List<StoredLine> lines;
  private final List<StoredFulfillmentOrder> fulfillmentOrders = new ArrayList<>();
  private final List<StoredFulfillment> fulfillments = new ArrayList<>();
  private final List<StoredRefund> refunds = new ArrayList<>();
  private Address address;
  private Instant updatedAt;
  private Instant cancelledAt;
  private String cancelReason;
  private boolean paid = true;
  private boolean hasAddress = true;

  StoredOrder(long id, long customerId, SoldOrder sold, List<StoredLine> lines) {
    this.id = id;
    this.customerId = customerId;
    this.sold = sold;
    this.lines = lines;
    this.address = sold.shippingAddress();
    this.updatedAt = sold.createdAt();
  }

  SoldOrder sold() {
    return sold;
  }

  List<StoredLine> lines() {
    return lines;
  }

  List<StoredFulfillmentOrder> fulfillmentOrders() {
    return fulfillmentOrders;
  }

  List<StoredFulfillment> fulfillments() {
    return fulfillments;
  }

  List<StoredRefund> refunds() {
    return refunds;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  boolean isCancelled() {
    return cancelledAt != null;
  }

  Optional<StoredLine> line(Object gid) {
    OptionalLong wanted = Ids.number(gid, "LineItem");
    return lines.stream()
        .filter(line -> wanted.isPresent() && line.id() == wanted.getAsLong())
        .findFirst();
  }

  void touch(Instant at) {
    updatedAt = at.isAfter(updatedAt) ? at : updatedAt;
  }

  void owe() {
    paid = false;
  }

  void pay(Instant at) {
    paid = true;
    touch(at);
  }

  void hideAddress() {
    hasAddress = false;
  }

  void moveTo(Address other, Instant at) {
    address = other;
    touch(at);
  }

  void cancel(String reason, Instant at) {
    lines.forEach(line -> line.remove(line.remaining()));
    cancelledAt = at;
    cancelReason = reason;
    touch(at);
  }

  /** A cancelled order still reads unfulfilled, as the real API has it. */
  String fulfillmentStatus() {
    if (fulfillments.isEmpty()) {
      return "UNFULFILLED";
    }
    return sum(StoredLine::remaining) == 0 ? "FULFILLED" : "PARTIALLY_FULFILLED";
  }

  private String financialStatus() {
    if (!paid) {
      return "PENDING";
    }
    return isCancelled() ? "REFUNDED" : "PAID";
  }

  boolean isOpen() {
    return !isCancelled() && !fulfillmentStatus().equals("FULFILLED");
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String type() {
    return "Order";
  }

  @Override
  public Object get(String field, DataFetchingEnvironment env) {
    return switch (field) {
      case "id" -> gid();
      case "legacyResourceId" -> String.valueOf(id);
      case "name" -> sold.name();
      case "number" -> Integer.valueOf(sold.name().replaceAll("\\D", ""));
      case "createdAt", "processedAt" -> sold.createdAt().toString();
      case "updatedAt" -> updatedAt.toString();
      case "cancelledAt" -> cancelledAt == null ? null : cancelledAt.toString();
      case "cancelReason" -> cancelReason;
      case "closed", "test" -> false;
      case "confirmed" -> true;
      case "closedAt", "note", "poNumber" -> null;
      case "tags" -> List.of();
      case "displayFinancialStatus" -> financialStatus();
      case "displayFulfillmentStatus" -> fulfillmentStatus();
      case "email" -> sold.email();
      case "phone" -> Fields.orNull(sold.phone());
      case "currencyCode" -> sold.currency();
      case "customer" -> new Customer(customerId, sold);
      case "customerLocale" -> sold.locale();
      case "shippingAddress" -> paid && hasAddress ? new Customer.Mailing(id, address) : null;
      case "requiresShipping" -> lines.stream().anyMatch(line -> line.sold().requiresShipping());
      default -> getContents(field, env);
    };
  }

  private Object getContents(String field, DataFetchingEnvironment env) {
    return switch (field) {
      case "lineItems" -> Connection.byId("LineItem", lines, env);
      case "fulfillmentOrders" -> Connection.byId("FulfillmentOrder", fulfillmentOrders, env);
      case "fulfillments" -> head(fulfillments, env);
      case "refunds" -> head(refunds, env);
      case "totalPriceSet" -> total(line -> line.sold().quantity());
      case "currentTotalPriceSet" -> total(StoredLine::current);
      case "totalRefundedSet" -> new Money(BigDecimal.ZERO, sold.currency());
      case "subtotalLineItemsQuantity" -> sum(line -> line.sold().quantity());
      case "currentSubtotalLineItemsQuantity" -> sum(StoredLine::current);
      default -> unknown(field);
    };
  }

  private static <T> List<T> head(List<T> list, DataFetchingEnvironment env) {
    Integer first = env.getArgument("first");
    return List.copyOf(first == null ? list : list.subList(0, Math.min(first, list.size())));
  }

  private Money total(ToIntFunction<StoredLine> quantity) {
    BigDecimal total = BigDecimal.ZERO;
    for (StoredLine line : lines) {
      SoldLine each = line.sold();
      total = total.add(each.unitPrice().multiply(BigDecimal.valueOf(quantity.applyAsInt(line))));
    }
    return new Money(total, sold.currency());
  }

  private int sum(ToIntFunction<StoredLine> quantity) {
    return lines.stream().mapToInt(quantity).sum();
  }
}
