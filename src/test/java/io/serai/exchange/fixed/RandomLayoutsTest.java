package io.serai.exchange.fixed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.exchange.Numbers;
import io.serai.exchange.PurchaseOrder;
import io.serai.exchange.tabular.ColumnType;
import io.serai.exchange.tabular.FileKind;
import io.serai.exchange.tabular.PurchaseOrderRow;
import io.serai.mapping.Json;
import io.serai.order.Address;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is written by any layout that the check lets pass is read back by it. */
class RandomLayoutsTest {
  private static final List<String> OF_THE_LINE = List.of("line", "sku", "quantity", "unit_cost");
  private static final String LETTERS = "ABCxyz0159 .,'-&/äßÉ";

  @Property(tries = 300)
  void whatIsWrittenIsReadBack(@ForAll long seed) {
    Random random = new Random(seed);
    ObjectNode settings = Json.object();
    settings.put("lineEnd", List.of("crlf", "lf", "none").get(random.nextInt(3)));
    settings.put("charset", random.nextBoolean() ? "UTF-8" : "ISO-8859-1");
    settings.put("decimalMark", random.nextBoolean() ? "." : ",");
    settings.putObject("layout").set("purchaseOrder", layout(random));
    List<PurchaseOrder> orders = orders(random);

    assertThat(LayoutCheck.faults(FileKind.PURCHASE_ORDER, settings.at("/layout/purchaseOrder")))
        .isEmpty();
    byte[] content =
        new FixedFormat(settings, Json.object(), code -> code).write(Numbers.NONE, orders);

    assertThat(read(settings, content)).isEqualTo(rows(orders));
  }

  private static List<Map<String, String>> read(ObjectNode settings, byte[] content) {
    FixedLayout layout = FixedLayout.from(settings, Json.object());
    List<Map<String, String>> read = new ArrayList<>();
    new FixedFile("PO-1.txt", layout, layout.file(FileKind.PURCHASE_ORDER, "PO-1.txt"))
        .each(
            () -> new ByteArrayInputStream(content),
            row -> {
              Map<String, String> values = new LinkedHashMap<>();
              for (String column : columns()) {
                values.put(
                    column,
                    switch (ColumnType.of(column)) {
                      case COUNT -> Integer.toString(row.units(column));
                      case AMOUNT -> plain(row.amountIfAny(column).orElseThrow());
                      default -> row.text(column);
                    });
              }
              read.add(values);
            });
    return read;
  }

  private static List<Map<String, String>> rows(List<PurchaseOrder> orders) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (PurchaseOrder order : orders) {
      for (PurchaseOrder.Line line : order.lines()) {
        Map<String, String> row = PurchaseOrderRow.of(order, line);
        row.put("unit_cost", plain(line.unitCost()));
        Map<String, String> sorted = new LinkedHashMap<>();
        columns().forEach(column -> sorted.put(column, row.get(column)));
        rows.add(sorted);
      }
    }
    return rows;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static ObjectNode layout(Random random) {
    ObjectNode layout = Json.object();
    layout.put("length", 900);
    ObjectNode records = layout.putObject("records");
    boolean wholeHeader = random.nextBoolean();
    ObjectNode file = wholeHeader ? record(records, "file", "fileHeader", "0", random) : null;
    List<String> ofTheOrder = new ArrayList<>(columns());
    ofTheOrder.removeAll(OF_THE_LINE);
    Collections.shuffle(ofTheOrder, random);
    int parts = 1 + random.nextInt(3);
    List<List<String>> fields = new ArrayList<>();
    for (int part = 0; part <= parts; part++) {
      fields.add(new ArrayList<>());
    }
    ofTheOrder.forEach(column -> fields.get(random.nextInt(parts + 1)).add(column));
    for (int part = 1; part <= parts; part++) {
      ObjectNode header = record(records, "h" + part, "header", "H" + part, random);
      place(header, fields.get(part), random);
    }
    List<String> ofTheLine = new ArrayList<>(OF_THE_LINE);
    ofTheLine.addAll(fields.get(0));
    Collections.shuffle(ofTheLine, random);
    place(record(records, "item", "line", "D", random), ofTheLine, random);
    if (random.nextBoolean()) {
      trailer(record(records, "end", "trailer", "S", random));
    }
    if (random.nextBoolean()) {
      trailer(record(records, "eof", "fileTrailer", "T", random));
    }
    if (file != null) {
      file.putObject("fields")
          .putObject("customer")
          .put("at", 10)
          .put("length", 8)
          .put("value", "ACME");
    }
    return layout;
  }

  private static ObjectNode record(
      ObjectNode records, String name, String role, String mark, Random random) {
    ObjectNode record = records.putObject(name).put("role", role);
    record.putObject("mark").put("at", 3).put("is", mark);
    if (random.nextInt(4) == 0) {
      record.put("length", 900);
    }
    return record;
  }

  private static void trailer(ObjectNode record) {
    record.putObject("count").put("at", 20).put("length", 5).putArray("of").add("item");
    record
        .putObject("sum")
        .put("at", 30)
        .put("length", 12)
        .put("decimals", 3)
        .put("of", "quantity");
  }

  private static void place(ObjectNode record, List<String> columns, Random random) {
    ObjectNode fields = record.putObject("fields");
    int at = 5 + random.nextInt(4);
    for (String column : columns) {
      ObjectNode field = fields.putObject(column);
      int length = 40 + random.nextInt(6);
      field.put("at", at).put("length", length);
      at += length + random.nextInt(3);
      way(field, column, random);
    }
  }

  private static void way(ObjectNode field, String column, Random random) {
    ColumnType type = ColumnType.of(column);
    if (random.nextBoolean()) {
      boolean right = random.nextBoolean();
      field.put("align", right ? "right" : "left");
      field.put("pad", type.isNumber() && right && random.nextBoolean() ? "0" : "*");
    }
    if (type == ColumnType.AMOUNT && random.nextBoolean()) {
      field.put("decimals", 3 + random.nextInt(3));
    }
    if (type.isNumber() && random.nextBoolean()) {
      String sign = List.of("leading", "trailing", "overpunch").get(random.nextInt(3));
      field.put("sign", sign);
    }
    if (column.equals("currency") && random.nextBoolean()) {
      field.putObject("codes").put("840", "USD").put("978", "EUR");
    }
  }

  private static List<PurchaseOrder> orders(Random random) {
    List<PurchaseOrder> orders = new ArrayList<>();
    for (int number = 0; number < 1 + random.nextInt(4); number++) {
      List<PurchaseOrder.Line> lines = new ArrayList<>();
      for (int line = 1; line <= 1 + random.nextInt(4); line++) {
        BigDecimal cost = BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(4));
        lines.add(new PurchaseOrder.Line(line, id(random), random.nextInt(9999), cost));
      }
      String currency = random.nextBoolean() ? "USD" : "EUR";
      orders.add(new PurchaseOrder("PO" + number, id(random), currency, address(random), lines));
    }
    return orders;
  }

  private static Address address(Random random) {
    return new Address(
        words(random),
        words(random),
        words(random),
        words(random),
        words(random),
        words(random),
        words(random),
        "US",
        words(random));
  }

  private static String id(Random random) {
    return "S" + random.nextInt(100_000);
  }

  private static String words(Random random) {
    StringBuilder words = new StringBuilder();
    int length = random.nextInt(30);
    for (int i = 0; i < length; i++) {
      words.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return words.toString().strip();
  }

  private static List<String> columns() {
    return Stream.concat(
            FileKind.PURCHASE_ORDER.needed().stream(), FileKind.PURCHASE_ORDER.optional().stream())
        .toList();
  }
}
