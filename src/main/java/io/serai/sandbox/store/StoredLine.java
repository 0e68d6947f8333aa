package io.serai.sandbox.store;

import graphql.schema.DataFetchingEnvironment;
import io.serai.sandbox.order.SoldLine;

/** A line item, with how much of it is left to ship and to refund. */
final class StoredLine implements Entity {
  private final long id;
  private final SoldLine sold;
  private final Variant variant;
  private int fulfilled;
  private int returned;
  private int removed;

  StoredLine(long id, SoldLine sold, Variant variant) {
    this.id = id;
    this.sold = sold;
    this.variant = variant;
  }

  SoldLine sold() {
    return sold;
  }

  Variant variant() {
    return variant;
  }

  int fulfilled() {
    return fulfilled;
  }

  /** Units that are neither refunded nor cancelled. */
  int current() {
    return sold.quantity() - returned - removed;
  }

  /** Units that were to be shipped, whether they have been or not. */
  int total() {
    return sold.quantity() - removed;
  }

  /** Units that are still to be shipped. */
  int remaining() {
    return Math.max(0, total() - fulfilled);
  }

  void fulfill(int units) {
    fulfilled += units;
  }

  /** Takes units off that have not left. */
  void remove(int units) {
    removed += units;
  }

  /** Takes units off, those first that have left. */
  void refund(int units) {
    int back = Math.min(units, fulfilled - returned);
    returned += back;
    removed += units - back;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String type() {
    return "LineItem";
  }

  @Override
  public Object get(String field, DataFetchingEnvironment env) {
    return switch (field) {
      case "id" -> gid();
      case "sku" -> Fields.orNull(sold.sku());
      case "title", "name" -> sold.title();
      case "quantity" -> sold.quantity();
      case "currentQuantity", "refundableQuantity" -> current();
      case "fulfillableQuantity", "unfulfilledQuantity" -> remaining();
      case "requiresShipping" -> sold.requiresShipping();
      case "originalUnitPriceSet" -> new Money(sold.unitPrice(), variant.currency());
      case "variant" -> variant;
      case "variantTitle", "vendor" -> null;
      default -> unknown(field);
    };
  }
}
