package io.serai.sandbox.supplier;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.serai.sandbox.world.PurchaseOrder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folders of one supplier on the server's disk, and the CSV dialect of its files. */
final class SupplierFiles {
  private static final List<String> PURCHASE_ORDER =
      List.of(
          "po_number",
          "line",
          "sku",
          "quantity",
          "unit_cost",
          "currency",
          "ship_to_name",
          "ship_to_company",
          "address1",
          "address2",
          "city",
          "state",
          "postal_code",
          "country",
          "phone",
          "order_number");

  private final SupplierProfile profile;
  private final Path orders;
  private final Path out;
  private final Map<String, Integer> sequences = new LinkedHashMap<>();

  SupplierFiles(SupplierProfile profile, Path home) {
    this.profile = profile;
    this.orders = home.resolve("orders");
    this.out = home.resolve("out");
    try {
      for (String each : List.of("orders/done", "orders/failed", "out/done", "out/failed")) {
        Files.createDirectories(home.resolve(each));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(home + ": cannot make the folders of a supplier", e);
    }
  }

  /**
   * Files that have been put down under their final name: purchase orders first, then the requests
   * not to ship what stands in some of them, each oldest name first.
   */
  List<Path> arrived() {
    try (Stream<Path> files = Files.list(orders)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(PO|CANCEL)-.*\\.csv"))
          .sorted(
              Comparator.comparing((Path file) -> file.getFileName().toString().charAt(0))
                  .reversed()
                  .thenComparing(Path::compareTo))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(orders + ": cannot look for purchase orders", e);
    }
  }

  /**
   * The purchase orders in a file, in order of appearance.
   *
   * @throws IllegalArgumentException when it is no such file; the message names the fault
   */
  List<PurchaseOrder> read(Path file) {
    Map<String, List<PurchaseOrder.Line>> byNumber = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(profile.separator())
            .ofNamedCsvRecord(file, profile.charset())) {
      for (NamedCsvRecord row : csv) {
        byNumber
            .computeIfAbsent(row.getField("po_number"), number -> new ArrayList<>())
            .add(line(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot read the purchase orders", e);
    } catch (RuntimeException e) {
      String why = "%s: %s: %s".formatted(profile.id(), file.getFileName(), e.getMessage());
      throw new IllegalArgumentException(why, e);
    }
    return byNumber.entrySet().stream()
        .map(each -> new PurchaseOrder(profile.id(), each.getKey(), each.getValue()))
        .toList();
  }

  /**
   * The rows of a cancellation request, by column name.
   *
   * @throws IllegalArgumentException when it is no such file; the message names the fault
   */
  List<Map<String, String>> readCancellation(Path file) {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(profile.separator())
            .ofNamedCsvRecord(file, profile.charset())) {
      return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot read the cancellation request", e);
    } catch (RuntimeException e) {
      String why = "%s: %s: %s".formatted(profile.id(), file.getFileName(), e.getMessage());
      throw new IllegalArgumentException(why, e);
    }
  }

  private static PurchaseOrder.Line line(NamedCsvRecord row) {
    List<String> missing =
        PURCHASE_ORDER.stream().filter(column -> row.findField(column).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("without the columns " + missing);
    }
    int quantity = Integer.parseInt(row.getField("quantity").strip());
    if (quantity <= 0) {
      throw new IllegalArgumentException(
          "purchase order " + row.getField("po_number") + " asks for " + quantity + " units");
    }
    return new PurchaseOrder.Line(
        row.getField("line"), row.getField("sku"), quantity, row.getFieldsAsMap());
  }

  /** Puts a file that has been dealt with into {@code orders/done} or {@code orders/failed}. */
  void putAway(Path file, boolean read) {
    Path target = orders.resolve(read ? "done" : "failed").resolve(file.getFileName());
    try {
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot put it away", e);
    }
  }

  /**
   * Writes the next file of a kind: under a name that starts with a dot, then renamed.
   *
   * @param kind such as {@code ACK}
   * @return its name
   */
  String write(String kind, List<String> header, List<List<String>> rows) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().fieldSeparator(profile.separator()).build(text);
    csv.writeRecord(header);
    rows.forEach(csv::writeRecord);
    int sequence = sequences.merge(kind, 1, Integer::sum);
    String name = "%s-%06d.csv".formatted(kind, sequence);
    Path hidden = out.resolve("." + name);
    try {
      Files.write(hidden, text.toString().getBytes(profile.charset()));
      Files.move(hidden, out.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot write it for " + profile.id(), e);
    }
    return name;
  }
}
