package io.serai.sandbox.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvoiceFileTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final String INVOICES =
      """
      InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
      900001,A100,"CANDLE, ROUND 7"" ",6,2010-12-01 08:00:00,2.55,17850.0,United Kingdom
      900001,POST,POSTAGE,1,2010-12-01 08:00:00,18.0,17850.0,United Kingdom
      900001,A101,BROKEN IN STORE,-3,2010-12-01 08:00:00,1.0,17850.0,United Kingdom
      C900002,A100,CANDLE,-6,2010-12-01 09:00:00,2.55,17850.0,United Kingdom
      900003,A102,,2,2010-12-03 08:00:00,0.0,,EIRE
      900004,A103,found,-1,2010-12-03 09:00:00,0.0,,Germany
      900005,A100,CANDLE,1,2010-12-05 08:00:00,2.55,12345.0,Germany
      """;

  @TempDir Path folder;

  @Test
  void cancellationsAndLinesWithoutAPositiveQuantityAreLeftOut() throws IOException {
    assertThat(read()).extracting(SoldOrder::name).containsExactly("#900001", "#900003", "#900005");
    assertThat(read().get(0).lines()).extracting(SoldLine::sku).containsExactly("A100", "POST");
  }

  @Test
  void postageIsNotShippedAndGoodsAre() throws IOException {
    assertThat(read().get(0).lines())
        .extracting(SoldLine::requiresShipping)
        .containsExactly(true, false);
  }

  @Test
  void aMissingDescriptionIsTheCodeAndAPriceMayBeZero() throws IOException {
    SoldLine line = read().get(1).lines().get(0);

    assertThat(line.title()).isEqualTo("A102");
    assertThat(line.unitPrice()).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Test
  void invoiceDatesAreScaledToTheSpan() throws IOException {
    assertThat(read())
        .extracting(SoldOrder::createdAt)
        .containsExactly(START, START.plus(Duration.ofHours(12)), START.plus(Duration.ofHours(24)));
  }

  @Test
  void customersAndCountriesAreReadFromTheFile() throws IOException {
    assertThat(read())
        .extracting(SoldOrder::email)
        .containsExactly(
            "customer-17850@example.com",
            "customer-900003@example.com",
            "customer-12345@example.com");
    assertThat(read())
        .extracting(order -> order.shippingAddress().countryCode())
        .containsExactly("GB", "IE", "DE");
  }

  @Test
  void aFileWithoutSalesIsRefusedByName() throws IOException {
    Path file = Files.writeString(folder.resolve("none.csv"), INVOICES.lines().findFirst().get());

    assertThatThrownBy(() -> OrderSource.invoices(file, 1).orders(START, Duration.ofDays(1)))
        .hasMessageContaining("none.csv");
  }

  @Test
  void aRealMonthIsReadWhole() {
    Path file =
        Path.of(Optional.ofNullable(System.getenv("SERAI_SHARED")).orElse("../shared"))
            .resolve("data/online-retail/2010-12.csv");
    assumeTrue(Files.exists(file), "the invoices of a real month are not at hand");

    List<SoldOrder> orders = OrderSource.invoices(file, 1).orders(START, Duration.ofDays(3));

    assertThat(orders).hasSize(1_629);
    assertThat(orders).extracting(order -> order.lines().size()).contains(675);
    assertThat(orders).noneMatch(SoldOrder::hasUnknownSku);
  }

  private List<SoldOrder> read() throws IOException {
    Path file = Files.writeString(folder.resolve("invoices.csv"), INVOICES);
    return OrderSource.invoices(file, 1).orders(START, Duration.ofDays(1));
  }
}
