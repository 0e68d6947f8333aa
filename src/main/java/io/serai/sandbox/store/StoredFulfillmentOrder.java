package io.serai.sandbox.store;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The lines of an order that are shipped, or not shipped at all, from the one location. */
final class StoredFulfillmentOrder implements Entity {
  /** A line of it; total and remaining fall when units are cancelled. */
  record Line(long id, StoredLine line) implements Entity {
    @Override
    public String type() {
      return "FulfillmentOrderLineItem";
    }

    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return switch (field) {
        case "id" -> gid();
        case "inventoryItemId" -> line.variant().item().gid();
        case "lineItem" -> line;
        case "productTitle" -> line.sold().title();
        case "remainingQuantity" -> line.remaining();
        case "totalQuantity" -> line.total();
        case "requiresShipping" -> line.sold().requiresShipping();
        case "sku" -> Fields.orNull(line.sold().sku());
        case "variant" -> line.variant();
        default -> unknown(field);
      };
    }
  }

  private final long id;
  private final StoredOrder order;
  private final StoreLocation location;
  private final boolean shipped;
  private final List<Line> lines;

  StoredFulfillmentOrder(
      long id, StoredOrder order, StoreLocation location, boolean shipped, List<Line> lines) {
    this.id = id;
    this.order = order;
    this.location = location;
    this.shipped = shipped;
    this.lines = lines;
  }

  StoredOrder order() {
    return order;
  }

  List<Line> lines() {
    return lines;
  }

  Optional<Line> line(Object gid) {
    OptionalLong wanted = Ids.number(gid, "FulfillmentOrderLineItem");
    return lines.stream()
        .filter(line -> wanted.isPresent() && line.id() == wanted.getAsLong())
        .findFirst();
  }

  boolean isClosed() {
    return status().equals("CLOSED");
  }

  String status() {
    if (lines.stream().allMatch(line -> line.line().remaining() == 0)) {
      return "CLOSED";
    }
    boolean begun = lines.stream().anyMatch(line -> line.line().fulfilled() > 0);
    return begun ? "IN_PROGRESS" : "OPEN";
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String type() {
    return "FulfillmentOrder";
  }

  @Override
  public Object get(String field, DataFetchingEnvironment env) {
    return switch (field) {
      case "id" -> gid();
      case "status" -> status();
      case "requestStatus" -> isClosed() ? "CLOSED" : "UNSUBMITTED";
      case "lineItems" -> Connection.byId("FulfillmentOrderLineItem", lines, env);
      case "order" -> order;
      case "orderId" -> order.gid();
      case "orderName" -> order.sold().name();
      case "createdAt", "orderProcessedAt" -> order.sold().createdAt().toString();
      case "updatedAt" -> order.updatedAt().toString();
      case "assignedLocation" -> new AssignedLocation(location);
      case "deliveryMethod" -> new DeliveryMethod(id, shipped ? "SHIPPING" : "NONE");
      default -> unknown(field);
    };
  }

  private record AssignedLocation(StoreLocation location) implements Fields {
    @Override
    public String type() {
      return "FulfillmentOrderAssignedLocation";
    }

    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return field.equals("location") ? location : location.get("name", env);
    }
  }

  private record DeliveryMethod(long id, String methodType) implements Entity {
    @Override
    public String type() {
      return "DeliveryMethod";
    }

    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return field.equals("id") ? gid() : methodType;
    }
  }
}
