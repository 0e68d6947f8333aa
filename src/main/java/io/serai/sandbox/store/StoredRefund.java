package io.serai.sandbox.store;

import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Units that were taken off an order. It moves no money: no transactions are given with it. */
record StoredRefund(long id, StoredOrder order, Instant createdAt, String note, List<Line> lines)
    implements Entity {

  /** Units of one line item in it. */
  record Line(long id, StoredLine line, int quantity, String restockType) implements Entity {
    @Override
    public String type() {
      return "RefundLineItem";
    }

    @Override
    public Object get(String field, DataFetchingEnvironment env) {
      return switch (field) {
        case "id" -> gid();
        case "lineItem" -> line;
        case "quantity" -> quantity;
        case "restockType" -> restockType;
        case "restocked" -> !restockType.equals("NO_RESTOCK");
        default -> unknown(field);
      };
    }
  }

  @Override
  public String type() {
    return "Refund";
  }

  @Override
  public Object get(String field, DataFetchingEnvironment env) {
    return switch (field) {
      case "id" -> gid();
      case "legacyResourceId" -> String.valueOf(id);
      case "note" -> Fields.orNull(note);
      case "createdAt", "updatedAt", "processedAt" -> createdAt.toString();
      case "order" -> order;
      case "refundLineItems" -> Connection.byId("RefundLineItem", lines, env);
      case "totalRefundedSet" -> new Money(BigDecimal.ZERO, order.sold().currency());
      default -> unknown(field);
    };
  }
}
