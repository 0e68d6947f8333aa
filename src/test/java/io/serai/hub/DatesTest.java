package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.serai.backorder.DeadlinePolicy;
import io.serai.plan.Rules;
import io.serai.plan.SupplierTerms;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When those who wait are expected, by the suppliers' words and by what they usually take. */
class DatesTest {
  static DeadlinePolicy policy(String backorders) {
    try {
      return DeadlinePolicy.from(
          new ObjectMapper(new YAMLFactory()).readTree("backorders: " + backorders),
          ZoneOffset.UTC);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Scene scene(String backorders) {
    return new Scene(
        Rules.DEFAULT,
        policy(backorders),
        Scene.supplier("north", 1, "3"),
        Scene.supplier("south", 2, "2"));
  }

  private final Scene scene = scene("{cancelAfterDays: 90, notifyAfterDays: 60}");

  @org.junit.jupiter.api.AfterEach
  void end() {
    scene.close();
  }

  @Test
  void theConfirmationTellsADateThatThoseBeforeLeaveTrue() {
    scene.stock("north", "A,0,,,2026-12-01,2").stock("south", "A,0,,,2026-12-08,10");
    scene.order("1001", "A,2").order("1002", "A,1");

    assertThat(etas()).containsExactly("2026-12-01 advice north", "2026-12-08 advice south");
    assertThat(scene.rows("select told_eta from backorder order by id"))
        .containsExactly(List.of("2026-12-01"), List.of("2026-12-08"));
    assertThat(
            scene.deliver("mail", "mail").stream()
                .map(letter -> letter.payload().at("/waiting/0/eta").asText()))
        .containsExactly("2026-12-01", "2026-12-08");
    assertThat(timeline("1002"))
        .contains("1 units wait for stock; 1 of A: expected on 2026-12-08 from south");
  }

  @Test
  void whereNobodyKnowsADateItIsSaidSo() {
    scene.stock("north", "A,0").order("1001", "A,2").keepDeadlines();

    assertThat(etas()).containsExactly("null none north");
    assertThat(timeline("1001")).contains("2 of A: no date is known");
  }

  @Test
  void aWaitThatSpansTwoRestocksIsExpectedWithTheLater() {
    scene.stock("north", "A,0,,,2026-12-01,2").stock("south", "A,0,,,2026-12-08,10");
    scene.order("1001", "A,3").keepDeadlines();

    assertThat(scene.one("select max(eta) from backorder")).isEqualTo("2026-12-08");
  }

  @Test
  void aRestockOfWhichNobodyHasSaidHowMuchCoversAllBehind() {
    scene.stock("north", "A,0,,,2026-12-01").order("1001", "A,900").order("1002", "A,900");

    assertThat(etas()).containsExactly("2026-12-01 advice north", "2026-12-01 advice north");
  }

  @Test
  void aLaterStockFileMovesTheDatesOfAllThatItCovers() {
    scene.stock("north", "A,0,,,2026-12-01,3").order("1001", "A,2").order("1002", "A,2");
    scene.stock("north", "A,0,,,2026-12-05,2").keepDeadlines();

    assertThat(etas()).containsExactly("2026-12-05 advice north", "null none north");
    assertThat(timeline("1001")).contains("expected on 2026-12-05 from north by its stock file");
    assertThat(timeline("1002")).contains("no date is known");
  }

  @Test
  void thosePutBeforeOthersTakeOfWhatTheyWaitFor() {
    scene.stock("north", "A,0,,,2026-12-01,2").stock("south", "A,0,,,2026-12-08,10");
    scene.order("1001", "A,2").orderOf("vip", "2001", "A,2").keepDeadlines();

    assertThat(etas()).containsExactly("2026-12-08 advice south", "2026-12-01 advice north");
  }

  @Test
  void whenSomebodyBeforeCancelsThoseBehindMoveUp() {
    scene.stock("north", "A,0,,,2026-12-01,2").stock("south", "A,0,,,2026-12-08,10");
    scene.order("1001", "A,2").order("1002", "A,2").cancelled("1001").keepDeadlines();

    assertThat(etas()).containsExactly("2026-12-01 advice north");
  }

  @Test
  void anAcknowledgmentNamesTheDateAndAStockFileWithoutOneLeavesIt() {
    scene.stock("north", "A,5").order("1001", "A,5").sendPurchaseOrders();
    scene.acknowledge("north", scene.purchaseOrder("1001") + ",1,A,5,backordered,2026-12-01,late");
    scene.keepDeadlines();
    assertThat(etas()).containsExactly("2026-12-01 acknowledgment north");

    scene.stock("north", "A,0").keepDeadlines();
    assertThat(etas()).containsExactly("2026-12-01 acknowledgment north");

    scene.stock("north", "A,0,,,2026-12-04,9").keepDeadlines();
    assertThat(etas()).containsExactly("2026-12-04 advice north");
  }

  @Test
  void aSupplierThatHasRejectedALineIsNotExpectedToSendIt() {
    scene.stock("north", "A,5").order("1001", "A,5").sendPurchaseOrders();
    scene.acknowledge("north", scene.purchaseOrder("1001") + ",1,A,5,rejected,,no");
    scene.stock("north", "A,0,,,2026-12-01").stock("south", "A,0,,,2026-12-09").keepDeadlines();

    assertThat(etas()).containsExactly("2026-12-09 advice south");
  }

  @Test
  void theUsualDelayOfTheSkuCountsOnceItWasMeasuredThreeTimes() {
    outages("A", 4, 6);
    scene.stock("north", "A,0").order("1001", "A,1");
    assertThat(etas()).containsExactly("null none north");

    scene.stock("north", "A,1").release().pass(Duration.ofHours(1)).sendPurchaseOrders();
    outages("A", 10);
    String today = today();
    scene.stock("north", "A,0").order("1002", "A,1").keepDeadlines();

    // Measured 4, 6, 10 days and the hours in which order 1001 waited: their median is 5 days.
    assertThat(etas()).containsExactly(plus(today, 5) + " history north");
  }

  @Test
  void elseTheUsualDelayOfTheSupplierCountsOnceItWasMeasuredFiveTimes() {
    outages("B", 3, 3);
    outages("C", 3, 9, 9);
    String today = today();
    scene.stock("north", "A,1").stock("north", "A,0").order("1001", "A,1");

    assertThat(etas()).containsExactly(plus(today, 3) + " history north");
  }

  @Test
  void aDateThatPassesGivesWayToTheUsualDelayOnceAndThenNobodyKnows() {
    outages("A", 5, 5, 5);
    String date = plus(today(), 2);
    scene.stock("north", "A,0,,," + date + ",10").order("1001", "A,1");
    assertThat(etas()).containsExactly(date + " advice north");

    scene.pass(Duration.ofDays(2)).keepDeadlines();
    assertThat(etas()).as("the day itself").containsExactly(date + " advice north");

    scene.pass(Duration.ofDays(1)).keepDeadlines();
    assertThat(etas()).containsExactly(plus(date, 6) + " history north");

    scene.pass(Duration.ofDays(7)).keepDeadlines();
    assertThat(etas()).containsExactly("null none north");
  }

  @Test
  void whatIsOnTheShelfAlreadyServesThoseInFront() {
    scene.stock("north", "A,0,,,2026-12-01,2").order("1001", "A,2").order("1002", "A,2");
    scene.stock("north", "A,2,,,2026-12-01,2").keepDeadlines();

    assertThat(scene.one("select eta from backorder order by id desc limit 1"))
        .isEqualTo("2026-12-01");
  }

  @Test
  void nothingIsWrittenWhereNothingChanges() {
    scene.stock("north", "A,0,,,2026-12-01,2").order("1001", "A,2").keepDeadlines();
    String before = scene.one("select xmin from backorder");
    scene.stock("north", "A,0,,,2026-12-01,7").keepDeadlines();

    assertThat(scene.one("select xmin from backorder")).isEqualTo(before);
    assertThat(scene.one("select count(*) from restock_news")).isEqualTo("0");
  }

  @Test
  void aSupplierThatDoesNotShipThereIsNotExpectedTo() {
    try (Scene abroad =
        new Scene(
            rules(ZoneOffset.UTC, Set.of("DE")),
            policy("{}"),
            Scene.supplier("north", 1, "3"),
            Scene.supplier("south", 2, "2"))) {
      abroad.stock("north", "A,0,,,2026-12-01").stock("south", "A,0,,,2026-12-09");
      abroad.order("1001", "A,1").keepDeadlines();

      assertThat(abroad.one("select eta from backorder")).isEqualTo("2026-12-09");
    }
  }

  @Test
  void aDatePassesInTheCalendarOfTheSupplier() {
    try (Scene far =
        new Scene(
            rules(ZoneId.of("Pacific/Auckland"), Set.of()),
            policy("{}"),
            Scene.supplier("north", 1, "3"))) {
      far.stock("north", "A,0,,,2026-11-24").order("1001", "A,1");
      far.pass(Duration.ofHours(25)).keepDeadlines();
      assertThat(far.one("select eta from backorder")).as("23:00 there").isEqualTo("2026-11-24");

      far.pass(Duration.ofHours(2)).keepDeadlines();
      assertThat(far.one("select eta from backorder")).as("01:00 of the 25th there").isNull();
    }
  }

  private static Rules rules(ZoneId zone, Set<String> countries) {
    SupplierTerms usual = SupplierTerms.DEFAULT;
    return Rules.DEFAULT.withSuppliers(
        Map.of(
            "north",
            new SupplierTerms(
                true,
                countries,
                usual.minimumOrder(),
                usual.cutOff(),
                zone,
                usual.workdays(),
                usual.holidays())));
  }

  /** North was out of stock of a SKU for so many days, one time after the other. */
  private void outages(String sku, int... days) {
    scene.stock("north", sku + ",1");
    for (int each : days) {
      scene.stock("north", sku + ",0").pass(Duration.ofDays(each)).stock("north", sku + ",1");
      scene.pass(Duration.ofHours(1));
    }
  }

  private String today() {
    return scene.clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String plus(String day, int days) {
    return java.time.LocalDate.parse(day).plusDays(days).toString();
  }

  private List<String> etas() {
    return scene
        .rows("select eta, eta_source, supplier from backorder where quantity > 0 order by id")
        .stream()
        .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
        .toList();
  }

  private String timeline(String number) {
    return scene
        .rows(
            "select text from timeline t join customer_order o on o.id = t.order_id where number = '"
                + number
                + "'")
        .toString();
  }
}
