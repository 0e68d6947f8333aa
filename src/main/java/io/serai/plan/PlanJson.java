package io.serai.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A plan as JSON: what {@code serai plan} prints. */
public final class PlanJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PlanJson() {}

  /**
   * The plan, its score in the measures that the rules ask for.
   *
   * @param priorities of the rules that the plan was made by; shipments, price and speed are always
   *     written
   */
  public static ObjectNode of(Plan plan, List<Priority> priorities) {
    ObjectNode node = JSON.objectNode();
    node.put("order", plan.order());
    node.put("held", plan.held());
    node.put("proven", plan.proven());
    ArrayNode shipments = node.putArray("shipments");
    plan.shipments().forEach(shipment -> shipments.add(shipment(shipment)));
    ArrayNode backorders = node.putArray("backorders");
    plan.backorders().forEach(backorder -> backorders.add(backorder(backorder)));
    node.set("score", score(plan.score(), priorities));
    plan.bound()
        .ifPresent(
            bound -> {
              ObjectNode written = score(bound, priorities);
              written.put("units", bound.units());
              node.set("bound", written);
            });
    return node;
  }

  private static ObjectNode shipment(PlannedShipment shipment) {
    ObjectNode node = JSON.objectNode();
    node.put("supplier", shipment.supplier());
    ArrayNode lines = node.putArray("lines");
    for (PlannedLine line : shipment.lines()) {
      lines.addObject().put("line", line.line()).put("quantity", line.quantity());
    }
    return node;
  }

  private static ObjectNode backorder(PlannedBackorder backorder) {
    ObjectNode node = JSON.objectNode();
    node.put("line", backorder.line());
    node.put("quantity", backorder.quantity());
    backorder.supplier().ifPresent(supplier -> node.put("supplier", supplier));
    backorder.eta().ifPresent(eta -> node.put("eta", eta.toString()));
    return node;
  }

  private static ObjectNode score(Score score, List<Priority> priorities) {
    ObjectNode node = JSON.objectNode();
    node.put("shipments", score.shipments());
    node.put("price", score.price().toPlainString());
    node.put("speed", score.speed());
    if (priorities.contains(Priority.STOCK)) {
      node.put("stock", score.stock());
    }
    if (priorities.contains(Priority.PREFERENCE)) {
      node.put("preference", score.preference());
    }
    return node;
  }
}
