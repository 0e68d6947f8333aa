package io.serai.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake in an agreement on X12 or EDIFACT is named by its line, with a cure. */
class AgreementFaultsTest {
  private static final ConnectorCatalog CATALOG = ConnectorCatalog.scan(Path.of("connectors"));

  @TempDir Path folder;

  @Test
  void theAgreementsOfTheContractAreGood() {
    assertThat(
            faults(
                "x12",
                """
                own: {qualifier: ZZ, id: MYSHOP}
                partner: {qualifier: "01", id: "123456789"}
                groupOwn: MYSHOPDS
                groupPartner: NORTHDS
                version: "004010"
                test: false
                delimiters: {segment: "~", element: "*", component: ">", repetition: "^"}
                charset: US-ASCII
                replacement: " "
                product: vendor
                acceptedProducts: [vendor, sku, upc, ean, gtin, buyer, manufacturer]
                codes: {ack: {CW: rejected}, eaches: {CS: "12"}}
                mostLines: 10000
                timeZone: UTC
                functionalAcknowledgments: {send: true, expectWithinMinutes: 120, afterThat: alert}
                repeatedControlNumbers: quarantine
                gaps: alert
                fileNames: {purchaseOrder: "PO-*.edi", cancellation: "POC-*.edi", functionalAcknowledgment: "FA-*.edi"}
                """))
        .isEmpty();
    assertThat(
            faults(
                "edifact",
                """
                own: {qualifier: "14", id: "4012345000009"}
                partner: {id: NORTH}
                version: D96A
                syntax: "UNOC:3"
                delimiters: {component: ":", element: "+", decimal: ".", release: "?", segment: "'"}
                charset: ISO-8859-1
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x12 | own: {qualifier: ZZ, id: MYSHOPISMUCHTOOLONG} | own.id | holds too much, write at most 15",
        "x12 | own: {qualifier: Z, id: MYSHOP} | own.qualifier | which has not the form",
        "x12 | own: {id: MYSHOP} | own | lacks the key \"qualifier\"",
        "x12 | version: \"003040\" | version | 003040",
        "x12 | delimiters: {element: \"~\"} | delimiters | as delimiters.segment is, give each its own",
        "x12 | delimiters: {element: \"A\"} | delimiters.element | which has not the form",
        "x12 | delimiters: {element: \".\"} | delimiters.element | which stands in numbers",
        "x12 | replacement: \"*\" | replacement | which is a delimiter itself",
        "x12 | partner: {qualifier: ZZ, id: A*B} | partner.id | holds \"*\", which is delimiters.element",
        "x12 | charset: LATIN-9000 | charset | is no charset: LATIN-9000, write for example",
        "x12 | timeZone: Mars | timeZone | is no time zone: Mars",
        "x12 | codes: {acks: {CW: rejected}} | codes | unknown key \"acks\"",
        "x12 | codes: {ack: {CW: refused}} | codes.ack.CW | refused",
        "x12 | codes: {eaches: {CS: dozen}} | codes.eaches.CS | dozen",
        "x12 | mostLines: 0 | mostLines | too small",
        "x12 | fileNames: {purchaseOrder: PO.edi} | fileNames.purchaseOrder | which has not the form",
        "x12 | syntax: \"UNOC:3\" | settings | unknown key \"syntax\"",
        "edifact | version: \"004010\" | version | 004010",
        "edifact | syntax: \"UNOZ:3\" | syntax | UNOZ:3",
        "edifact | delimiters: {release: \"+\"} | delimiters | give each its own",
        "edifact | groupOwn: A1 | settings | unknown key \"groupOwn\"",
      })
  void aMistakeIsNamedByItsLineAndItsCure(String format, String line, String where, String what) {
    String usual = "own: {qualifier: ZZ, id: MYSHOP}\npartner: {qualifier: ZZ, id: NORTH}\n";
    String key = line.substring(0, line.indexOf(':'));
    StringBuilder settings = new StringBuilder();
    usual
        .lines()
        .filter(each -> !each.startsWith(key + ":"))
        .forEach(each -> settings.append(each).append('\n'));
    settings.append(line).append('\n');
    int at = 8 + (int) settings.toString().lines().count();

    assertThat(faults(format, settings.toString()))
        .singleElement()
        .asString()
        .startsWith("serai.yaml:" + (at - 1) + ": ")
        .contains(where, what);
  }

  private List<String> faults(String format, String settings) {
    String yaml =
        """
        suppliers:
          north:
            connector: %s-ftp
            settings:
              host: files.example.com
              user: me
              password: x
        """
            .formatted(format);
    try {
      Path file = Files.writeString(folder.resolve("serai.yaml"), yaml + settings.indent(6));
      return ConfigurationFile.read(file, Map.of()).faults(CATALOG).stream()
          .map(fault -> fault.toString().replace(folder + "/", ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
