package io.serai.sandbox.store;

import graphql.schema.DataFetchingEnvironment;
import io.serai.sandbox.order.SoldLine;

/** A line item, with how much of it is left to ship and to refund. */
final class StoredLine implements Entity {
  private final long id;
  private final SoldLine sold;
  private final Variant variant;
  private int refunded;
  private int fulfilled;

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
    return sold.quantity() - refunded;
  }

  /** Units that are still to be shipped. */
  int remaining() {
    return Math.max(0, current() - fulfilled);
  }

  void fulfill(int units) {
    fulfilled += units;
  }

  void refund(int units) {
    refunded += units;
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
