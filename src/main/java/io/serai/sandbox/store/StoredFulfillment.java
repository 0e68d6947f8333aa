package io.serai.sandbox.store;

import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.List;

/**
 * Units of an order that left under one tracking number.
 *
 * @param tracking one entry, or none when no number was given
 */
record StoredFulfillment(
    long id,
    String name,
    StoredOrder order,
    StoreLocation location,
    Instant createdAt,
    List<Tracking> tracking,
    List<Line> lines)
    implements Entity {

  /** Units of one line item in it. */
  record Line(long id, StoredLine line, int quantity) implements Entity {
    @Override
    public String type() {
      return "FulfillmentLineItem";
    }

    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return switch (field) {
        case "id" -> gid();
        case "lineItem" -> line;
        case "quantity" -> quantity;
        default -> unknown(field);
      };
    }
  }

  /** A tracking number with its carrier; an empty text is absent. */
  record Tracking(String company, String number, String url) implements Fields {
    @Override
    public String type() {
      return "FulfillmentTrackingInfo";
    }

    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return switch (field) {
        case "company" -> Fields.orNull(company);
        case "number" -> Fields.orNull(number);
        case "url" -> Fields.orNull(url);
        default -> unknown(field);
      };
    }
  }

  @Override
  public String type() {
    return "Fulfillment";
  }

  @Override
  public Object get(String field, DataFetchingEnvironment env) {
    return switch (field) {
      case "id" -> gid();
      case "legacyResourceId" -> String.valueOf(id);
      case "name" -> name;
      case "status" -> "SUCCESS";
      case "displayStatus" -> "FULFILLED";
      case "createdAt", "updatedAt" -> createdAt.toString();
      case "order" -> order;
      case "location" -> location;
      case "trackingInfo" -> tracking;
      case "totalQuantity" -> lines.stream().mapToInt(Line::quantity).sum();
      case "fulfillmentLineItems" -> Connection.byId("FulfillmentLineItem", lines, env);
      default -> unknown(field);
    };
  }
}
