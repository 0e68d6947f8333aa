package io.serai.sandbox.walmart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One status of a line that a request asks for.
 *
 * @param units as the request says them, which it does as a text
 * @param status the whole of the status, for what else it holds
 */
record LineChange(WalmartLine line, int units, JsonNode status) {

  /** The changes that a request asks for, of the lines of one order, each checked for itself. */
  static List<LineChange> read(WalmartOrder order, JsonNode lines, String status) {
    List<LineChange> changes = new ArrayList<>();
    for (JsonNode line : lines.path("orderLine")) {
      String number = line.path("lineNumber").asText();
      WalmartLine known =
          order
              .line(number)
              .orElseThrow(() -> WalmartRefusal.content("Invalid line number " + number));
      for (JsonNode each : line.path("orderLineStatuses").path("orderLineStatus")) {
        expect(status.equals(each.path("status").asText()), "status must be " + status);
        changes.add(new LineChange(known, units(each.path("statusQuantity")), each));
      }
    }
    expect(!changes.isEmpty(), "orderLines must not be empty");
    return changes;
  }

  /** Refuses what does not hold. */
  static void expect(boolean holds, String otherwise) {
    if (!holds) {
      throw WalmartRefusal.content(otherwise);
    }
  }

  private static int units(JsonNode quantity) {
    JsonNode amount = quantity.path("amount");
    expect(
        amount.isTextual() && amount.asText().matches("[1-9][0-9]{0,5}"),
        "amount must be a text of a whole number above 0, not " + amount);
    expect("EACH".equals(quantity.path("unitOfMeasurement").asText()), "unit must be EACH");
    return Integer.parseInt(amount.asText());
  }
}
