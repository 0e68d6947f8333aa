package io.serai.plan.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.plan.Demand;
import io.serai.plan.DemandLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Orders as JSON, an array or one object after the other: {@code order} and {@code lines} with
 * {@code sku} and {@code quantity}. Without {@code line} a line is named by its place, from 1;
 * without {@code channel} or {@code country} no rule about them applies. Other fields are left
 * alone, so that any canonical order can be planned.
 */
public final class DemandFile {
  private DemandFile() {}

  /**
   * Reads the orders.
   *
   * @throws InputFault with the line of the first fault
   */
  public static List<Demand> read(Path path) {
    TreeFile file = TreeFile.json(path);
    List<JsonNode> values = file.values();
    List<Demand> demands = new ArrayList<>();
    for (JsonNode value : values) {
      demands.add(demand(new Fields(file, demands.size(), "", value)));
    }
    return demands;
  }

  private static Demand demand(Fields order) {
    String id = order.text("order");
    List<DemandLine> lines = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields line : order.objects("lines")) {
      String lineId = line.text("line", String.valueOf(lines.size() + 1));
      if (!ids.add(lineId)) {
        throw line.fault(
            "line", "line " + lineId + " stands twice in order " + id + "; give it its own id");
      }
      lines.add(new DemandLine(lineId, line.text("sku"), line.whole("quantity", 1)));
    }
    return new Demand(id, order.text("channel", ""), order.text("country", ""), lines);
  }
}
