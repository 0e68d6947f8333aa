package io.serai.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.document.Refused;
import io.serai.exchange.StockReader;
import io.serai.mapping.Json;
import io.serai.stock.StockAdviceLine;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A supplier's file is read as it is meant, or refused with its line and what to do. */
class CsvFormatTest {
  private final ObjectNode settings = Json.object();

  @Test
  void anAmountWithASeparatorInItDoesNotShiftTheFieldsBehindIt() {
    assertRefused("sku,quantity,unit_cost\nA,1,000,4.10\n")
        .hasMessage("STOCK-1.csv:2: has 4 fields where the header has 3");
  }

  @Test
  void aRowWithFewerFieldsThanTheHeaderIsRefusedThoughAllRowsAreAlike() {
    assertRefused("sku,quantity,unit_cost\nA,5\nB,6\n")
        .hasMessageContaining("STOCK-1.csv:2: has 2");
  }

  @Test
  void aLineIsCountedInTheFileEvenBehindAQuotedLineBreak() {
    assertRefused("sku,quantity,note\nA,5,\"two\nlines\"\nB,6\n")
        .hasMessageContaining("STOCK-1.csv:4: has 2 fields");
  }

  @Test
  void aHeaderAloneMustHaveItsColumnsToo() {
    assertRefused("sku,on_hand\n")
        .hasMessage("STOCK-1.csv:1: has no column quantity; its columns are sku, on_hand");
  }

  @Test
  void aHeaderAloneSaysNothing() {
    assertThat(read("sku,quantity\n")).isEmpty();
  }

  @Test
  void aColumnThatStandsTwiceIsRefused() {
    assertRefused("sku,quantity,quantity\nA,5,6\n")
        .hasMessage("STOCK-1.csv:1: has the column 'quantity' twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-4.10", "1e3", "4,10", "NaN", "1.000.00", "4."})
  void aCostThatIsNoAmountIsRefused(String cost) {
    assertRefused("sku,quantity,unit_cost\nA,5,\"" + cost + "\"\n")
        .hasMessage("STOCK-1.csv:2: unit_cost '" + cost + "' is no amount");
  }

  @Test
  void aPointInAnAmountIsNoDecimalCommaLeftOut() {
    settings.put("decimalMark", ",").put("separator", ";");

    assertThat(read("sku;quantity;unit_cost\nA;5;4,10\n").get(0).unitCost())
        .contains(new BigDecimal("4.10"));
    assertRefused("sku;quantity;unit_cost\nA;5;1.234\n").hasMessageContaining("'1.234'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"uuuu-MM-dd", "yyyy-MM-dd"})
  void aDateThatDoesNotExistIsRefused(String pattern) {
    settings.put("dateFormat", pattern);

    assertThat(read("sku,quantity,restock_date\nA,0,2028-02-29\n").get(0).restockDate())
        .contains(LocalDate.of(2028, 2, 29));
    assertRefused("sku,quantity,restock_date\nA,0,2026-02-30\n")
        .hasMessage("STOCK-1.csv:2: restock_date '2026-02-30' is no date")
        .satisfies(refused -> assertThat(((Refused) refused).cure()).contains("like 2026-12-31"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dd.MM.yy", "d.M.yyyy", "dd.MM.uuuu"})
  void otherWaysOfWritingDatesAreRead(String pattern) {
    settings.put("dateFormat", pattern);
    String date = pattern.endsWith("uu") || pattern.endsWith("yyyy") ? "2026" : "26";

    assertThat(read("sku,quantity,restock_date\nA,0,28.11." + date + "\n").get(0).restockDate())
        .contains(LocalDate.of(2026, 11, 28));
  }

  @Test
  void bytesOfAnotherCharsetAreNamedByTheirLine() {
    byte[] content = "sku,quantity\nA,5\nMüsli,3\n".getBytes(StandardCharsets.ISO_8859_1);

    assertRefused(content)
        .hasMessage("STOCK-1.csv:3: is not written in UTF-8")
        .satisfies(refused -> assertThat(((Refused) refused).cure()).contains("settings.charset"));
    settings.put("charset", "ISO-8859-1");
    assertThat(read(content)).extracting(StockAdviceLine::sku).contains("Müsli");
  }

  @Test
  void aNulCharacterIsRefused() {
    assertRefused("sku,quantity\nA,5\nB\0,5\n")
        .hasMessageContaining("STOCK-1.csv:3: has a NUL character");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String content) {
    return assertRefused(content.getBytes(StandardCharsets.UTF_8));
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(byte[] content) {
    return assertThatThrownBy(() -> read(content)).isInstanceOf(Refused.class);
  }

  private List<StockAdviceLine> read(String content) {
    return read(content.getBytes(StandardCharsets.UTF_8));
  }

  private List<StockAdviceLine> read(byte[] content) {
    List<StockAdviceLine> lines = new ArrayList<>();
    new CsvFormat(settings, code -> code)
        .readStock(
            "STOCK-1.csv",
            () -> new ByteArrayInputStream(content),
            new StockReader() {
              @Override
              public void row(StockAdviceLine line) {
                lines.add(line);
              }

              @Override
              public void fault(Fault fault) {
                throw fault.cause();
              }
            });
    return lines;
  }
}
