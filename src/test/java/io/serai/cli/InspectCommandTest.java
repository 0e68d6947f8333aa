package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What ./serai inspect says of payloads. */
class InspectCommandTest {
  private static final Path CHANNELS = Path.of("connectors/channels");

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aPageIsPrintedOneOrderALine() {
    assertThat(run(CHANNELS.resolve("woocommerce/tests/orders.json"), "--connector", "woocommerce"))
        .isZero();
    assertThat(err.toString()).contains("orders.json: a page of 1 orders of WooCommerce");
    assertThat(out.toString().lines()).singleElement().asString().startsWith("{\"number\":\"727\"");
  }

  @Test
  void anOrderIsKnownByTheConnectorThatReadsIt() {
    assertThat(run(CHANNELS.resolve("shopify/tests/order.json"))).isZero();
    assertThat(err.toString()).contains("an order of Shopify");
    assertThat(out.toString()).contains("\"number\":\"1001\"");
  }

  @Test
  void anOrderOfAmazonIsReadAloneAndInAPage() {
    assertThat(run(CHANNELS.resolve("amazon/tests/order.json"))).isZero();
    assertThat(run(CHANNELS.resolve("amazon/tests/orders.json"), "--connector", "amazon")).isZero();
    assertThat(err.toString()).contains("an order of Amazon");
    assertThat(out.toString()).contains("\"number\":\"902-1234567-7654321\"");
  }

  @Test
  void aFaultIsNamedAndExitsWithOne() throws IOException {
    Path broken = Files.writeString(folder.resolve("a.json"), "{\"id\": 1,\n \"status\":");
    assertThat(run(broken, "--connector", "woocommerce")).isEqualTo(1);
    assertThat(err.toString()).contains("a.json: 2:", "not JSON");

    Path nowhere =
        Files.writeString(
            folder.resolve("b.json"),
            "{\"id\":1,\"number\":\"9\",\"status\":\"processing\",\"date_created_gmt\":\"2026-12-01T09:00:00\"}");
    assertThat(run(nowhere, "--connector", "woocommerce")).isEqualTo(1);
    assertThat(err.toString()).contains("b.json: ", "order 9 has no country");
    assertThat(run(nowhere)).isEqualTo(1);
    assertThat(run(folder.resolve("none.json"))).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aCsvFileIsKnownByItsHeader() throws IOException {
    Path file = folder.resolve("whatever.csv");
    Files.writeString(file, "sku;quantity;unit_cost\nN-MUG;5;4.10\nN-TEA;x;1.00\n");

    assertThat(run(file)).isEqualTo(1);
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            "{\"document\":\"stockAdvice\",\"sku\":\"N-MUG\",\"quantity\":5,\"unitCost\":\"4.10\"}\n");
    assertThat(err.toString())
        .contains(
            "whatever.csv:3: quantity 'x' is not a whole number of units. Quantities are whole numbers");
  }

  @Test
  void aFixedLengthFileIsReadByTheConnectorsLayout() throws IOException {
    Path file = folder.resolve("STOCK-7.txt");
    Files.writeString(
        file, "D%-30s0000005%-32s\r\n%-70s\r\n".formatted("N-MUG", "", "T0000001000000005"));

    assertThat(run(file, "--connector", "fixed-ftps")).isZero();
    assertThat(out.toString()).contains("\"sku\":\"N-MUG\",\"quantity\":5}");
    assertThat(err.toString()).contains("STOCK-7.txt: stock file of 1 rows");

    Files.writeString(file, "D%-30s0000005%-32s\r\n".formatted("N-MUG", ""));
    assertThat(run(file, "--connector", "fixed-ftps")).isEqualTo(1);
    assertThat(err.toString()).contains("does not end with a record end", "Ask the supplier");
  }

  @Test
  void anAccountsFileIsReadByItsOwnSettings() throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolve("serai.yaml"),
            """
            suppliers:
              north:
                connector: csv-ftp
                skuPrefix: "N-"
                settings:
                  password: ${NOBODY_SETS_IT}
                  separator: ";"
                  columns: {sku: ARTIKEL, quantity: MENGE}
                  fileNames: {stockAdvice: "bestand*.csv"}
            """);
    Path file = Files.writeString(folder.resolve("bestand-1.csv"), "ARTIKEL;MENGE\nN-MUG;5\n");

    assertThat(run(file, "--config", configuration.toString(), "--supplier", "north")).isZero();
    assertThat(out.toString()).contains("\"sku\":\"MUG\",\"quantity\":5");
    assertThat(run(file, "--config", configuration.toString(), "--supplier", "nroth")).isEqualTo(2);
    assertThat(err.toString()).contains("unknown supplier \"nroth\", write \"north\"");
  }

  @Test
  void aSuppliersDocumentsArePrintedAndTheLineAtFaultIsNamed() throws IOException {
    Path file = acknowledgment();
    assertThat(run(file)).isEqualTo(1);
    assertThat(out.toString().lines())
        .singleElement()
        .asString()
        .startsWith("{\"document\":\"acknowledgment\",\"poNumber\":\"PO1000001\"")
        .contains("N-MUG")
        .doesNotContain("N-TEA");
    assertThat(err.toString())
        .contains("po855.edi: X12 interchange 000000101 from NORTH to SERAI, a test")
        .contains("po855.edi: set 0001: 855 004010, acknowledgment")
        .contains(
            "po855.edi: interchange 000000101, set 0001, segment 6 (ACK), element 1: 'ZZ' is no code we know; add it under codes.ack (this line is left out)");
  }

  private Path acknowledgment() throws IOException {
    return Files.writeString(
        folder.resolve("po855.edi"),
        "\uFEFF\r\n ISA*00*          *00*          *ZZ*NORTH          *ZZ*SERAI          *261123*1200*U*00401*000000101*0*T*>~\n"
            + "GS*PR*NORTH*SERAI*20261123*1200*1*X*004010~\nST*855*0001~\nBAK*00*AC*PO1000001*20261123~\n"
            + "PO1*1*2*EA***VN*N-MUG~\nACK*IA*2*EA~\nPO1*2*1*EA***VN*N-TEA~\nACK*ZZ*1*EA~\nCTT*2~\nSE*8*0001~\n"
            + "GE*1*1~\nIEA*1*000000101~\n");
  }

  @Test
  void whatWasAgreedWithASupplierIsWhatItsDocumentsAreReadBy() throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolve("serai.yaml"),
            """
            suppliers:
              north:
                connector: x12-sftp
                settings:
                  own: {qualifier: ZZ, id: SERAI}
                  partner: {qualifier: ZZ, id: NORTH}
                  codes: {ack: {ZZ: accepted}}
            """);
    Path file = acknowledgment();

    assertThat(run(file, "--config", configuration.toString(), "--supplier", "north")).isEqualTo(1);
    assertThat(out.toString()).contains("N-MUG", "N-TEA");
    assertThat(err.toString())
        .contains("it is a test, and this partner is in production")
        .doesNotContain("is no code we know");
  }

  @Test
  void anEdifactMessageIsKnownByItsContent() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("stock.txt"),
            "UNB+UNOC:3+NORTH:14+SERAI:14+261123:1200+55'UNH+1+INVRPT:D:96A:UN'BGM+35+S1+9'DTM+137:20261123:102'"
                + "LIN+1++N-MUG:SA'QTY+145:120:PCE'UNT+6+1'UNZ+1+55'");
    assertThat(run(file)).isZero();
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(err.toString()).contains("stock.txt: set 1: INVRPT D96A, stock advice of 1 items");
  }

  @Test
  void anUnknownConnectorIsAFaultOfTheCommandLine() {
    assertThat(run(Path.of("pom.xml"), "--connector", "wocommerce")).isEqualTo(2);
    assertThat(err.toString()).contains("unknown connector \"wocommerce\", write \"woocommerce\"");
  }

  private int run(Path file, String... rest) {
    CommandLine line =
        new CommandLine(new InspectCommand(Path.of("").toAbsolutePath()))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    String[] arguments = new String[rest.length + 1];
    arguments[0] = file.toString();
    System.arraycopy(rest, 0, arguments, 1, rest.length);
    return line.execute(arguments);
  }
}
