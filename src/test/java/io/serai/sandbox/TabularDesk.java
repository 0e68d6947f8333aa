package io.serai.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.serai.exchange.DocumentFormat;
import io.serai.exchange.Numbers;
import io.serai.exchange.PurchaseOrder;
import io.serai.exchange.StockReader;
import io.serai.exchange.csv.CsvFormat;
import io.serai.exchange.fixed.FixedFormat;
import io.serai.sandbox.supplier.Format;
import io.serai.sandbox.supplier.SupplierProfile;
import io.serai.stock.StockAdviceLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** CSV and fixed-length files, by the hub's own formats. */
record TabularDesk(DocumentFormat format, String ending) implements DeskPaper {
  private static final Path FIXED = Path.of("connectors/suppliers/fixed-ftps/connector.yaml");

  static TabularDesk of(SupplierProfile profile) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    if (profile.format() == Format.FIXED) {
      return new TabularDesk(new FixedFormat(settings, layout(), code -> code), "txt");
    }
    settings.put("separator", "" + profile.separator());
    settings.put("decimalMark", "" + profile.decimalMark());
    settings.put("dateFormat", profile.dateFormat());
    settings.put("charset", profile.charset().name());
    return new TabularDesk(new CsvFormat(settings, code -> code), "csv");
  }

  private static JsonNode layout() {
    try {
      return new YAMLMapper().readTree(FIXED.toFile()).path("layout");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] write(List<PurchaseOrder> orders) {
    return format.write(Numbers.NONE, orders);
  }

  @Override
  public List<Map<String, String>> read(String name, byte[] content) {
    if (!format.isStockAdvice(name)) {
      return DeskRows.of(format.read(name, content));
    }
    List<Map<String, String>> rows = new ArrayList<>();
    format.readStock(
        name,
        () -> new ByteArrayInputStream(content),
        new StockReader() {
          @Override
          public void row(StockAdviceLine line) {
            rows.add(DeskRows.stock(line));
          }

          @Override
          public void fault(Fault fault) {
            throw fault.cause();
          }
        });
    return rows;
  }
}
