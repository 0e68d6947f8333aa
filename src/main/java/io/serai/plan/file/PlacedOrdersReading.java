package io.serai.plan.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.serai.plan.Demand;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Reads {@link PlacedOrders} from CSV. */
final class PlacedOrdersReading {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** One order while its rows are read. */
  private record Open(String country, LocalDateTime time, Map<String, Integer> units) {}

  private final Path file;
  private final Map<String, Open> orders = new LinkedHashMap<>();
  private final Map<String, BigDecimal> prices = new HashMap<>();
  private int skipped;

  PlacedOrdersReading(Path file) {
    this.file = file;
  }

  PlacedOrders read() {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      rows.forEach(this::row);
    } catch (CsvParseException e) {
      throw new InputFault(file, "is not CSV: " + e.getMessage() + "; correct it there");
    } catch (IOException e) {
      throw new InputFault(file, "cannot be read; give the path of a CSV file of orders");
    }
    List<Demand> demands = new ArrayList<>();
    orders.forEach((id, open) -> demands.add(PlacedOrders.demand(id, open.country, open.units)));
    List<LocalDateTime> times = orders.values().stream().map(Open::time).toList();
    return new PlacedOrders(demands, times, prices, skipped);
  }

  private void row(NamedCsvRecord row) {
    String invoice = value(row, "InvoiceNo", "an order number", text -> text);
    String sku = value(row, "StockCode", "a SKU", text -> text);
    int quantity = value(row, "Quantity", "a whole number", Integer::valueOf);
    if (!isNumbered(invoice) || !isNumbered(sku) || quantity <= 0) {
      skipped++;
      return;
    }
    LocalDateTime time =
        value(
            row,
            "InvoiceDate",
            "a time such as 2010-12-01 08:26:00",
            t -> LocalDateTime.parse(t, TIME));
    String country = value(row, "Country", "a country", text -> text);
    Open order =
        orders.computeIfAbsent(invoice, id -> new Open(country, time, new LinkedHashMap<>()));
    order.units.merge(sku, quantity, Integer::sum);
    prices.putIfAbsent(sku, value(row, "UnitPrice", "an amount", BigDecimal::new));
  }

  private static boolean isNumbered(String code) {
    return !code.isEmpty() && Character.isDigit(code.charAt(0));
  }

  private <T> T value(NamedCsvRecord row, String column, String wanted, Function<String, T> parse) {
    int line = (int) row.getStartingLineNumber();
    String text;
    try {
      text = row.getField(column);
    } catch (NoSuchElementException e) {
      throw new InputFault(
          file, 1, "has no column " + column + "; name the columns as in an InvoiceNo,... export");
    }
    try {
      return parse.apply(text);
    } catch (RuntimeException e) {
      throw new InputFault(file, line, column + " is \"" + text + "\"; write " + wanted);
    }
  }
}
