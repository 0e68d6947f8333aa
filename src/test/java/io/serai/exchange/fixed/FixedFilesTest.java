package io.serai.exchange.fixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.serai.document.Refused;
import io.serai.exchange.CancellationRequest;
import io.serai.exchange.Numbers;
import io.serai.exchange.PurchaseOrder;
import io.serai.exchange.StockReader;
import io.serai.exchange.SupplierFile;
import io.serai.exchange.SupplierFile.Answer;
import io.serai.mapping.Json;
import io.serai.order.Address;
import io.serai.stock.StockAdviceLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of fixed-length records is read as it is meant, or refused with its line and columns. */
class FixedFilesTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final JsonNode SHIPPED = shipped();

  private final ObjectNode settings = Json.object();
  private final List<StockReader.Fault> rowFaults = new ArrayList<>();

  @Test
  void aStockFileIsReadByItsColumns() {
    assertThat(stock(item("MUG", "0000120", "00000041000", "002", "", ""), end(1, 120)))
        .containsExactly(
            new StockAdviceLine(
                "MUG",
                120,
                Optional.of(new BigDecimal("4.1000")),
                Optional.of(2),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void zerosAloneAreNoDateAndBlanksNoNumber() {
    StockAdviceLine line =
        stock(item("TEA", "0000000", "", "", "00000000", "0000500"), end(1, 0)).get(0);

    assertThat(line.unitCost()).isEmpty();
    assertThat(line.restockDate()).isEmpty();
    assertThat(line.restockQuantity()).contains(500);
  }

  @Test
  void aValueThatCannotBeReadIsNamedByItsLineAndColumns() {
    stock(
        item("MUG", "      x", "", "", "", ""), item("TEA", "0000001", "", "", "", ""), end(2, 1));

    assertThat(rowFaults)
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.place()).isEqualTo("STOCK-1.txt:1");
              assertThat(fault.cause())
                  .hasMessage(
                      "STOCK-1.txt:1, columns 32-38 (quantity): 'x' is not a whole number of units");
            });
  }

  @Test
  void aDateThatDoesNotExistIsNamedByItsColumns() {
    stock(item("MUG", "0000001", "", "", "20260230", ""), end(1, 1));

    assertThat(rowFaults.get(0).cause())
        .hasMessage("STOCK-1.txt:1, columns 53-60 (restock_date): '20260230' is no date");
    assertThat(rowFaults.get(0).cause().cure()).contains("20261231");
  }

  @Test
  void aRecordOfAnotherLengthIsRefused() {
    assertRefused(item("MUG", "0000001", "", "", "", "").substring(1) + "\n" + end(1, 1))
        .hasMessageContaining("STOCK-1.txt:1: 'MUG ")
        .hasMessageContaining("begins no record we know");
    assertRefused(item("MUG", "0000001", "", "", "", "").substring(0, 60) + "\n" + end(1, 1))
        .hasMessage("STOCK-1.txt:1: has 60 characters where record item ('D' in column 1) has 70");
    assertRefused(item("MUG", "0000001", "", "", "", "") + "9\n" + end(1, 1))
        .hasMessageContaining("has 71 characters");
  }

  @Test
  void blanksAtTheEndMayBeLeftOutWhereTheLayoutSaysSo() {
    settings.putObject("layout").set("stockAdvice", SHIPPED.path("stockAdvice").deepCopy());
    ((ObjectNode) settings.at("/layout/stockAdvice")).put("trimmed", true);

    assertThat(stock(item("MUG", "0000120", "", "", "", "").stripTrailing(), end(1, 120).strip()))
        .hasSize(1);
  }

  @Test
  void aFileWithoutItsTrailerWasCutShort() {
    assertRefused(item("MUG", "0000001", "", "", "", "") + "\n")
        .hasMessage(
            "STOCK-1.txt: does not end with a record end ('T' in column 1), so it was cut short");
    assertRefused(end(0, 0) + "\n" + item("MUG", "0000001", "", "", "", "") + "\n")
        .hasMessageContaining("does not end with a record end");
  }

  @Test
  void aTrailerThatCountsOtherwiseIsRefusedByItsColumns() {
    assertRefused(item("MUG", "0000001", "", "", "", "") + "\n" + end(2, 1) + "\n")
        .hasMessage(
            "STOCK-1.txt:2, columns 2-8 (count): says 2 where it is 1, so the file was cut short");
    assertRefused(item("MUG", "0000001", "", "", "", "") + "\n" + end(1, 7) + "\n")
        .hasMessage(
            "STOCK-1.txt:2, columns 9-17 (sum of quantity): says 7 where it is 1, so the file was cut short");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void linesMayEndEitherWay(String lineEnd) {
    String content = item("MUG", "0000001", "", "", "", "") + lineEnd + end(1, 1) + lineEnd;

    assertThat(read(content.getBytes(StandardCharsets.ISO_8859_1))).hasSize(1);
    assertThat(read((content + "\u001A").getBytes(StandardCharsets.ISO_8859_1))).hasSize(1);
  }

  @Test
  void recordsMayFollowEachOtherWithoutLineEnds() {
    settings.put("lineEnd", "none");
    String content = item("MUG", "0000001", "", "", "", "") + end(1, 1);

    assertThat(read(content.getBytes(StandardCharsets.ISO_8859_1))).hasSize(1);
    assertRefused(content.substring(0, 100))
        .hasMessage(
            "STOCK-1.txt:2: has 30 characters where a record has 70, so the file was cut short");
  }

  @Test
  void columnsAreCountedInCharactersAndNotInBytes() {
    settings.put("charset", "UTF-8");
    String content = item("MÜSLI-😀", "0000120", "", "", "", "");

    assertThat(Span.width(content)).isEqualTo(70);
    assertThat(read((content + "\n" + end(1, 120) + "\n").getBytes(StandardCharsets.UTF_8)))
        .singleElement()
        .satisfies(line -> assertThat(line.sku()).isEqualTo("MÜSLI-😀"))
        .satisfies(line -> assertThat(line.quantity()).isEqualTo(120));
  }

  @Test
  void bytesOfAnotherCharsetAreNamedByTheirLine() {
    settings.put("charset", "UTF-8");
    String content =
        item("MUG", "0000001", "", "", "", "") + "\n" + item("MÜSLI", "0000001", "", "", "", "");

    assertThatThrownBy(() -> read(content.getBytes(StandardCharsets.ISO_8859_1)))
        .hasMessage("STOCK-1.txt:2: is not written in UTF-8");
  }

  @Test
  void whatAHeaderSaysHoldsForTheLinesBehindIt() {
    String content =
        pad("HPO1", 120)
            + pad("D0001" + pad("MUG", 30) + "0000002A", 120)
            + pad("D0002" + pad("TEA", 30) + "0000001B20261208", 120)
            + pad("HPO2", 120)
            + pad("D0001" + pad("CUP", 30) + "0000003R" + pad("", 16) + "broken", 120)
            + pad("T0000003000000006", 120);
    settings.put("lineEnd", "none");

    SupplierFile.Acknowledgment read =
        (SupplierFile.Acknowledgment)
            format().read("ACK-1.txt", content.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(read.lines())
        .extracting(SupplierFile.AcknowledgedLine::poNumber)
        .containsExactly("PO1", "PO1", "PO2");
    assertThat(read.lines())
        .extracting(SupplierFile.AcknowledgedLine::answer)
        .containsExactly(Answer.ACCEPTED, Answer.BACKORDERED, Answer.REJECTED);
    assertThat(read.lines().get(1).restockDate()).contains(LocalDate.of(2026, 12, 8));
    assertThat(read.lines().get(2).reason()).isEqualTo("broken");
  }

  @Test
  void aCodeThatNobodyTranslatesIsRefused() {
    settings.put("lineEnd", "none");
    String content =
        pad("HPO1", 120)
            + pad("D0001" + pad("MUG", 30) + "0000002Z", 120)
            + pad("T0000001000000002", 120);

    assertThatThrownBy(
            () -> format().read("ACK-1.txt", content.getBytes(StandardCharsets.ISO_8859_1)))
        .hasMessage("ACK-1.txt:2, column 43 (status): 'Z' is no code we know");
  }

  @Test
  void aLineWithoutItsHeaderIsRefused() {
    settings.put("lineEnd", "none");
    String content =
        pad("D0001" + pad("MUG", 30) + "0000002A", 120) + pad("T0000001000000002", 120);

    assertThatThrownBy(
            () -> format().read("ACK-1.txt", content.getBytes(StandardCharsets.ISO_8859_1)))
        .hasMessage(
            "ACK-1.txt:1: no record order ('H' in column 1) stands before it, which has po_number: '' is empty");
  }

  @Test
  void aTimeIsThatOfTheSuppliersZone() {
    settings.put("lineEnd", "none").put("timeZone", "America/New_York");
    String content =
        pad("H" + pad("PO1", 12) + pad("UPS", 20) + pad("1Z9", 40) + "20261202153000", 110)
            + pad("D0001" + pad("MUG", 30) + "0000002", 110)
            + pad("T0000001000000002", 110);

    SupplierFile.ShipNotice read =
        (SupplierFile.ShipNotice)
            format().read("ASN-1.txt", content.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(read.lines().get(0).shippedAt()).isEqualTo(Instant.parse("2026-12-02T20:30:00Z"));
    assertThat(read.lines().get(0).tracking()).isEqualTo("1Z9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"leading:-00105", "trailing:00105-", "overpunch:00010N"})
  void aNegativeCountIsReadAsOneAndRefused(String signed) {
    String[] parts = signed.split(":");
    settings.set(
        "layout",
        layout("sku: {at: 1, length: 4}", "quantity: {at: 5, length: 6, sign: " + parts[0] + "}"));

    read(("MUG " + parts[1] + "\n").getBytes(StandardCharsets.ISO_8859_1));

    assertThat(rowFaults.get(0).cause()).hasMessageContaining("not a whole number of units");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "leading:+00105",
        "trailing:00105+",
        "trailing:00105 ",
        "overpunch:00010E",
        "overpunch:000105"
      })
  void aSignOfAPositiveCountIsRead(String signed) {
    String[] parts = signed.split(":");
    settings.set(
        "layout",
        layout("sku: {at: 1, length: 4}", "quantity: {at: 5, length: 6, sign: " + parts[0] + "}"));

    assertThat(
            read(("MUG " + parts[1] + "\n").getBytes(StandardCharsets.ISO_8859_1))
                .get(0)
                .quantity())
        .isEqualTo(105);
  }

  @Test
  void aPurchaseOrderIsWrittenAsTheLayoutSays() {
    String[] records = written(order("Ana Lima", "12 Main St", "4.10")).split("\r\n");

    assertThat(records).hasSize(4).allSatisfy(record -> assertThat(record).hasSize(330));
    assertThat(records[0].stripTrailing())
        .isEqualTo("H" + pad("PO1000001", 12) + pad("1001", 30) + "USD");
    assertThat(records[2].stripTrailing())
        .isEqualTo("D0001" + pad("MUG", 30) + "000000200000041000");
    assertThat(records[3].stripTrailing()).isEqualTo("T0000001000000002");
  }

  @Test
  void aNameThatIsTooLongIsCutWhereTheLayoutAllowsItAndAnAddressRefused() {
    assertThat(written(order("B".repeat(51), "12 Main St", "4.10")))
        .contains("B".repeat(50) + " ")
        .doesNotContain("B".repeat(51));
    assertThatThrownBy(() -> written(order("Ana", "B".repeat(61), "4.10")))
        .hasMessageContaining("purchase order PO1000001: address1 'BBB")
        .hasMessageContaining("for columns 102-161 has 61 characters")
        .satisfies(refused -> assertThat(((Refused) refused).cure()).contains("tooLong: cut"));
  }

  @Test
  void anAmountThatWouldLoseItsLastDigitsIsRefused() {
    assertThatThrownBy(() -> written(order("Ana", "12 Main St", "4.10005")))
        .hasMessageContaining("unit_cost '4.10005' for columns 43-53 has more than 4 decimals");
  }

  @Test
  void whatTheCharsetDoesNotHaveIsReplacedInWordsAndRefusedInIds() {
    assertThat(written(order("Łucja Müller\nAttn", "12 Main St", "4.10")))
        .contains("?ucja Müller Attn");
    PurchaseOrder strange =
        new PurchaseOrder("PO1", "№1", "USD", address("Ana", "12 Main St"), lines("1"));
    assertThatThrownBy(() -> written(strange))
        .hasMessageContaining("order_number '№1' for columns 14-43 has characters that ISO-8859-1");
  }

  @Test
  void aCancellationRequestIsWrittenAsTheLayoutSays() {
    byte[] content =
        format()
            .cancellations()
            .orElseThrow()
            .write(Numbers.NONE, List.of(new CancellationRequest("PO1", 1, "MUG", 2, "why")));

    assertThat(new String(content, StandardCharsets.ISO_8859_1))
        .startsWith("D" + pad("PO1", 12) + "0001" + pad("MUG", 30) + "0000002why ");
  }

  private String written(PurchaseOrder order) {
    return new String(format().write(Numbers.NONE, List.of(order)), StandardCharsets.ISO_8859_1);
  }

  private static PurchaseOrder order(String name, String street, String cost) {
    return new PurchaseOrder("PO1000001", "1001", "USD", address(name, street), lines(cost));
  }

  private static List<PurchaseOrder.Line> lines(String cost) {
    return List.of(new PurchaseOrder.Line(1, "MUG", 2, new BigDecimal(cost)));
  }

  private static Address address(String name, String street) {
    return new Address(name, "", street, "", "Portland", "OR", "97201", "US", "");
  }

  private List<StockAdviceLine> stock(String... records) {
    return read((String.join("\r\n", records) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  private List<StockAdviceLine> read(byte[] content) {
    List<StockAdviceLine> rows = new ArrayList<>();
    format()
        .readStock(
            "STOCK-1.txt",
            () -> new ByteArrayInputStream(content),
            new StockReader() {
              @Override
              public void row(StockAdviceLine line) {
                rows.add(line);
              }

              @Override
              public void fault(Fault fault) {
                rowFaults.add(fault);
              }
            });
    return rows;
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String content) {
    return assertThatThrownBy(() -> read(content.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(Refused.class);
  }

  private FixedFormat format() {
    return new FixedFormat(settings, SHIPPED, code -> code);
  }

  private static JsonNode layout(String... fields) {
    try {
      return YAML.readTree(
          "{stockAdvice: {records: {item: {role: line, fields: {"
              + String.join(", ", fields)
              + "}}}}}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String item(
      String sku, String quantity, String cost, String lead, String date, String restock) {
    int wide = sku.length() - Span.width(sku);
    return pad(
        "D"
            + pad(sku, 30 + wide)
            + pad(quantity, 7)
            + pad(cost, 11)
            + pad(lead, 3)
            + pad(date, 8)
            + pad(restock, 7),
        70 + wide);
  }

  private static String end(int count, int sum) {
    return pad("T%07d%09d".formatted(count, sum), 70);
  }

  private static String pad(String text, int length) {
    return text + " ".repeat(length - text.length());
  }

  private static JsonNode shipped() {
    try {
      return YAML.readTree(
              Files.readString(Path.of("connectors/suppliers/fixed-ftps/connector.yaml")))
          .path("layout");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
