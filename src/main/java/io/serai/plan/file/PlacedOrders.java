package io.serai.plan.file;

import io.serai.plan.Demand;
import io.serai.plan.DemandLine;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders with the time they were placed.
 *
 * @param demands in the order they were placed
 * @param times of each
 * @param prices what a unit was sold for, by SKU
 * @param skipped rows that are no order of goods: cancellations, returns, postage, fees
 */
public record PlacedOrders(
    List<Demand> demands, List<LocalDateTime> times, Map<String, BigDecimal> prices, int skipped) {

  /** The orders in groups: all that were placed within one window of so many minutes. */
  public List<List<Demand>> batches(int minutes) {
    Map<Long, List<Demand>> batches = new LinkedHashMap<>();
    for (int i = 0; i < demands.size(); i++) {
      LocalDateTime time = times.get(i);
      long minute =
          time.toLocalDate().toEpochDay() * 1_440 + time.toLocalTime().toSecondOfDay() / 60;
      batches.computeIfAbsent(minute / minutes, key -> new ArrayList<>()).add(demands.get(i));
    }
    return List.copyOf(batches.values());
  }

  /**
   * Reads orders as a shop exports them, a row a line, with the columns InvoiceNo, StockCode,
   * Quantity, InvoiceDate, UnitPrice and Country. Rows with an invoice or stock code that does not
   * begin with a digit, or without a positive quantity, are skipped.
   *
   * @throws InputFault with the line of the first fault
   */
  public static PlacedOrders read(Path file) {
    return new PlacedOrdersReading(file).read();
  }

  static Demand demand(String order, String country, Map<String, Integer> units) {
    List<DemandLine> lines = new ArrayList<>();
    units.forEach(
        (sku, quantity) ->
            lines.add(new DemandLine(String.valueOf(lines.size() + 1), sku, quantity)));
    return new Demand(order, "", country, lines);
  }
}
