package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stock files of many rows, which stand in the database in parts and are applied in parts. */
class LargeStockFileTest {
  private static final int ROWS = 45_000;
  private final Scene scene = Scene.usual();

  @AfterEach
  void theBalanceHolds() {
    assertThat(scene.broken()).isEmpty();
    scene.close();
  }

  @Test
  void aFileOfManyPartsIsAppliedWhole() {
    scene.order("1001", "S44999,2");
    scene.rawFile("north", "STOCK-1.csv", file(ROWS, 3) + "S7,9\n");
    scene.release();

    assertThat(scene.one("select count(*) > 1 from document_part")).isEqualTo("t");
    assertThat(scene.one("select status from document where name = 'STOCK-1.csv'"))
        .isEqualTo("applied");
    assertThat(scene.rows("select count(*), sum(on_hand), sum(reserved) from offer"))
        .containsExactly(List.of("45000", Integer.toString(ROWS * 3 + 6), "2"));
  }

  @Test
  void theSameFileAgainIsTheSameDocumentAndAnotherOneChangesOnlyWhatIsNew() {
    String content = file(ROWS, 3);
    scene.rawFile("north", "STOCK-1.csv", content);
    scene.rawFile("north", "STOCK-1.csv", content);
    assertThat(scene.one("select count(*) from document where name = 'STOCK-1.csv'"))
        .isEqualTo("1");
    String before = scene.one("select sum(cardinality(skus)) from stock_change");

    scene.rawFile("north", "STOCK-2.csv", content.replace("\nS5,3\n", "\nS5,4\n"));
    assertThat(before).isEqualTo("45000");
    assertThat(scene.one("select sum(cardinality(skus)) from stock_change")).isEqualTo("45001");
  }

  @Test
  void aFileThatWasAppliedInPartWhenTheHubDiedIsAppliedFromItsStart() {
    scene.rawFile("north", "STOCK-1.csv", file(ROWS, 3));
    scene.database.useTransaction(
        handle -> {
          handle.execute("update document set status = 'received' where name = 'STOCK-1.csv'");
          handle.execute("delete from offer where sku > 'S3'");
        });
    scene.rawFile("north", "STOCK-2.csv", "sku,quantity\nX,1\n");

    assertThat(scene.one("select count(*) from offer")).isEqualTo("45001");
    assertThat(scene.one("select count(*) from document where status <> 'applied'")).isEqualTo("0");
  }

  @Test
  void aFewRowsThatMakeNoSenseAreQuarantinedAloneAndTheOthersApplied() {
    scene.rawFile("north", "STOCK-1.csv", "sku,quantity\nA,5\nB,many\nC,-1\nD,4\n");

    assertThat(scene.rows("select sku from offer order by sku"))
        .containsExactly(List.of("A"), List.of("D"));
    assertThat(
            scene.rows(
                "select fault, convert_from(content, 'UTF8') from document where status = 'quarantined' order by id"))
        .extracting(row -> row.get(0) + " | " + row.get(1))
        .containsExactly(
            "STOCK-1.csv:3: quantity 'many' is not a whole number of units | B,many",
            "STOCK-1.csv:4: quantity '-1' is not a whole number of units | C,-1");
  }

  @Test
  void aFileOfManyRowsThatMakeNoSenseIsRefusedWhole() {
    scene.rawFile("north", "STOCK-1.csv", "sku,quantity\nA,5\n" + "B,many\n".repeat(101));

    assertThat(scene.one("select count(*) from offer")).isEqualTo("0");
    assertThat(scene.rows("select fault from document where status = 'quarantined'"))
        .singleElement()
        .asString()
        .contains("STOCK-1.csv: more than 100 rows cannot be read", "STOCK-1.csv:3");
  }

  @Test
  void aSkuThatAFileNamesTwiceCountsAsItWasNamedLast() {
    scene.stock("north", "A,5").stock("north", "A,7", "A,5");
    assertThat(scene.one("select reported from offer")).isEqualTo("5");

    scene.stock("north", "A,5", "A,7");
    assertThat(scene.one("select reported from offer")).isEqualTo("7");
  }

  private static String file(int rows, int quantity) {
    StringBuilder file = new StringBuilder("sku,quantity\n");
    for (int row = 0; row < rows; row++) {
      file.append('S').append(row).append(',').append(quantity).append('\n');
    }
    return file.toString();
  }
}
