package io.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layout of fixed-length files is checked before a file is read by it. */
class LayoutsCheckTest {
  private static final String CONNECTOR =
      """
      title: Fixed
      kind: supplier
      description: Fixed-length files.
      format: fixed
      transport: folder
      layout:
        stockAdvice:
          length: 40
          records:
            item:
              role: line
              mark: {at: 1, is: D}
              fields:
                sku: {at: 2, length: 15}
                quantity: {at: 17, length: 8}
            end:
              role: fileTrailer
              mark: {at: 1, is: T}
              count: {at: 2, length: 7, of: [item]}
              sum: {at: 9, length: 9, of: quantity}
      """;

  @TempDir Path root;
  private SmallHub hub;

  @BeforeEach
  void installation() {
    hub = new SmallHub(root);
    hub.write("connectors/suppliers/fixed/connector.yaml", CONNECTOR);
  }

  @Test
  void aGoodLayoutHasNoFault() {
    assertThat(hub.faults()).isEmpty();
  }

  @Test
  void fieldsThatOverlapAreNamedByLine() {
    mistake("{at: 17, length: 8}", "{at: 16, length: 8}");

    assertFault(
        ":15: layout.stockAdvice.records.item.fields.quantity (columns 16-23) overlaps sku (columns 2-16)");
  }

  @Test
  void aFieldThatEndsBehindItsRecordIsNamed() {
    mistake("{at: 17, length: 8}", "{at: 37, length: 8}");

    assertFault(":15: ", "ends in column 44 of a record that has 40");
  }

  @Test
  void aFieldOfAnUnknownNameIsNamedWithTheNearest() {
    mistake(
        "sku: {at: 2, length: 15}",
        "sku: {at: 2, length: 5}\n          unit_cots: {at: 7, length: 9}");

    assertFault(":15: ", "unit_cots is no field of stockAdvice", "write \"unit_cost\"");
  }

  @Test
  void aNeededFieldThatIsMissingIsNamed() {
    mistake("          quantity: {at: 17, length: 8}\n", "");
    mistake("        sum: {at: 9, length: 9, of: quantity}\n", "");

    assertFault(":10: ", "records.item has no field quantity, which stockAdvice needs");
  }

  @Test
  void recordsThatCannotBeToldApartAreNamed() {
    mistake("mark: {at: 1, is: T}", "mark: {at: 30, is: T}");

    assertFault(
        ":18: ",
        "cannot be told from record item ('D' in column 1): a record can have both 'T' in column 30 and 'D' in column 1");
  }

  @Test
  void aTrailerThatCountsWhatIsNotThereIsNamed() {
    mistake("of: [item]", "of: [itme]");

    assertFault(":19: ", "names \"itme\", which is no record of this file", "write \"item\"");
  }

  @Test
  void whatIsNeverCutMayNotBeCut() {
    mistake("sku: {at: 2, length: 15}", "sku: {at: 2, length: 15, tooLong: cut}");

    assertFault(":14: ", "fields.sku.tooLong would cut what is no text for people");
  }

  @Test
  void aCodeForNoAnswerIsNamed() {
    hub.write(
        "connectors/suppliers/fixed/connector.yaml",
        CONNECTOR
            + """
              acknowledgment:
                records:
                  item:
                    role: line
                    fields:
                      po_number: {at: 1, length: 10}
                      line: {at: 11, length: 3}
                      sku: {at: 14, length: 9}
                      quantity: {at: 23, length: 5}
                      status: {at: 28, length: 1, codes: {A: accept}}
            """);

    assertFault(":30: ", "codes.A is \"accept\", which is no answer we know", "write \"accepted\"");
  }

  @Test
  void theLayoutOfAnAccountIsCheckedInItsOwnFile() {
    hub.mistake("serai.yaml", "channels:\n", ACCOUNT + "channels:\n");

    assertThat(hub.faults())
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .startsWith("serai.yaml:")
                    .contains("settings.layout.purchaseOrder.records.item has no field quantity"));
  }

  @Test
  void recordsWithoutLineEndsHaveOneLength() {
    hub.mistake(
        "serai.yaml",
        "channels:\n",
        ACCOUNT.replace(
                "sku: {at: 13, length: 9}",
                "sku: {at: 13, length: 9}, quantity: {at: 22, length: 5}")
            + "channels:\n");

    assertThat(hub.faults())
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .contains("layout.purchaseOrder has records of different lengths"));
  }

  private static final String ACCOUNT =
      """
      suppliers:
        west:
          connector: fixed
          settings:
            folder: .
            lineEnd: none
            cancellations: false
            layout:
              purchaseOrder:
                records:
                  item:
                    role: line
                    mark: {at: 1, is: D}
                    fields: {po_number: {at: 2, length: 9}, line: {at: 11, length: 2}, sku: {at: 13, length: 9}}
                  end:
                    role: fileTrailer
                    mark: {at: 1, is: T}
                    count: {at: 2, length: 4}
      """;

  private void mistake(String right, String wrong) {
    hub.mistake("connectors/suppliers/fixed/connector.yaml", right, wrong);
  }

  private void assertFault(String... parts) {
    assertThat(hub.faults())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault)
                    .startsWith("connectors/suppliers/fixed/connector.yaml:")
                    .contains(parts));
  }
}
