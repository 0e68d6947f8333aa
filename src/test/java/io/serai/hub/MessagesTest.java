package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.delivery.Delivery;
import io.serai.notify.LetterTemplates;
import io.serai.order.Correspondence;
import io.serai.order.Customer;
import io.serai.order.IncomingOrder;
import io.serai.order.QuietHours;
import io.serai.order.Shop;
import io.serai.order.Substitutes;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What customers are told, by which medium, at what hour, and never twice. */
class MessagesTest {
  private static final CustomerCare WITH_SMS =
      new CustomerCare(List.of("sms"), Optional.empty(), Duration.ofDays(60));

  private final LetterTemplates templates = LetterTemplates.load(Path.of("no-templates"));
  private final Scene scene = Scene.usual();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void theFirstParcelOfSeveralSaysWhatComesNowAndWhatLater() {
    scene.stock("north", "A,5", "B,0,,,2026-12-08,9").stock("south", "C,5");
    scene.order("1001", "A,1", "B,2", "C,1").sendPurchaseOrders();

    ship("north", "A", "1Z1");
    ship("south", "C", "1Z2");

    assertThat(scene.owed("mail", "partial"))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(templates.write(letter.payload()).text())
                    .contains("On its way now\n\n  1 x Title of A\n")
                    .contains("In a later parcel\n\n  1 x Title of C\n")
                    .contains(
                        "Still waiting for stock\n\n  2 x Title of B\n      expected around 8 Dec 2026"));
    assertThat(scene.owed("mail", "shipped")).hasSize(2);
  }

  @Test
  void anOrderInOneParcelIsNotCalledPartial() {
    scene.stock("north", "A,5", "B,5").stock("south");
    scene.order("1001", "A,1", "B,2").sendPurchaseOrders();
    String po = scene.purchaseOrder("1001");

    scene.notice(
        "north",
        po + ",1,A,1,UPS,1Z1,2026-11-24T10:00:00Z,P1",
        po + ",2,B,2,UPS,1Z1,2026-11-24T10:00:00Z,P1");

    assertThat(scene.owed("mail", "shipped")).hasSize(1);
    assertThat(scene.owed("mail", "partial")).isEmpty();
  }

  @Test
  void neitherIsOneWhoseRestWasCancelledBeforeItShipped() {
    scene.stock("north", "A,5", "B,0").stock("south");
    scene.order("1001", "A,1", "B,2").sendPurchaseOrders();
    scene.pass(Duration.ofDays(15)).keepDeadlines();

    ship("north", "A", "1Z1");

    assertThat(scene.owed("mail", "partial")).isEmpty();
  }

  @Test
  void aShipNoticeThatComesAgainTellsNothingAgain() {
    scene.stock("north", "A,5", "B,0").stock("south");
    scene.order("1001", "A,2", "B,2").sendPurchaseOrders();
    String po = scene.purchaseOrder("1001");
    String row = po + ",1,A,1,UPS,1Z1,2026-11-24T10:00:00Z,P1";

    scene.notice("north", row).notice("north", row);
    scene.notice("north", po + ",1,A,1,UPS,1Z2,2026-11-24T10:00:00Z,P2");

    assertThat(scene.owed("mail", "partial")).hasSize(1);
    assertThat(scene.owed("mail", "shipped")).hasSize(2);
  }

  @Test
  void whoHasWaitedIsToldThatItShips() {
    scene.stock("north", "A,0").stock("south").order("1001", "A,3");

    scene.stock("north", "A,1").release();
    scene.stock("north", "A,3").release();

    assertThat(scene.owed("mail", "back-in-stock"))
        .extracting(letter -> letter.payload().at("/items/0/quantity").asInt())
        .containsExactly(1, 2);
  }

  @Test
  void unitsThatAreTakenBackAndReleasedOnceMoreAreNotToldTwice() {
    scene.stock("north", "A,0").stock("south").order("1001", "A,3");
    scene.stock("north", "A,3").release();

    scene.stock("north", "A,0").release();
    assertThat(scene.places("1001").toString()).contains("BACKORDERED=3");
    scene.stock("north", "A,3").release();

    assertThat(scene.owed("mail", "back-in-stock")).hasSize(1);
  }

  @Test
  void aPriceThatIsNotKnownIsCalledWhatWasPaid() {
    scene.stock("north", "A,0").stock("south").accept(order("", BigDecimal.ZERO, "USD", "en"));
    scene.pass(Duration.ofDays(15)).keepDeadlines();

    assertThat(text(scene.owed("mail", "cancelled")))
        .contains("You get back what you paid for them, the way you paid.");
  }

  @Test
  void yenHaveNoDecimalsAndGermansReadGerman() {
    scene
        .stock("north", "A,0")
        .stock("south")
        .accept(order("", new BigDecimal("1250"), "JPY", "de-AT"));
    scene.pass(Duration.ofDays(15)).keepDeadlines();

    assertThat(scene.owed("mail", "cancelled").get(0).payload().at("/refund/amount").asText())
        .isEqualTo("3750");
    assertThat(text(scene.owed("mail", "cancelled")))
        .contains("3.750", "zurück", "weil sie nicht rechtzeitig zu bekommen waren")
        .doesNotContain("You get", ",00");
  }

  @Test
  void aMarketplaceHearsOnlyWhatItAllows() {
    scene.caring(
        Substitutes.NONE,
        WITH_SMS,
        shop(Map.of("mail", Set.of("shipped"), "sms", Set.of("confirmed")), Map.of()));
    scene.stock("north", "A,5").stock("south");

    scene.accept(order("+12025550123", BigDecimal.TEN, "USD", "en"));

    assertThat(scene.owed("mail", "confirmed")).isEmpty();
    assertThat(scene.owed("sms", "confirmed"))
        .singleElement()
        .satisfies(
            text -> {
              assertThat(templates.writeShort(text.payload()).to()).isEqualTo("+12025550123");
              assertThat(templates.writeShort(text.payload()).text())
                  .isEqualTo("Shop: we have your order 1001.");
            });
  }

  @Test
  void aPhoneThatIsNoNumberOfTheWorldGetsNoSms() {
    scene.caring(Substitutes.NONE, WITH_SMS, shop(Map.of("sms", Set.of("confirmed")), Map.of()));
    scene.stock("north", "A,5").stock("south");

    scene.accept(order("(202) 555-0123", BigDecimal.TEN, "USD", "en"));

    assertThat(scene.owed("sms", "confirmed")).isEmpty();
  }

  @Test
  void whatComesDueInQuietHoursWaitsForTheirEnd() {
    QuietHours night = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
    scene.caring(
        Substitutes.NONE,
        WITH_SMS,
        shop(
            Map.of("mail", Set.of("confirmed"), "sms", Set.of("confirmed")), Map.of("sms", night)));
    scene.stock("north", "A,5").stock("south").pass(Duration.ofHours(13));

    scene.accept(order("+12025550123", BigDecimal.TEN, "USD", "en"));

    assertThat(scene.deliver("mail", "mail")).hasSize(1);
    assertThat(scene.deliver("sms", "sms")).isEmpty();
    assertThat(scene.pass(Duration.ofMinutes(9 * 60 + 59)).deliver("sms", "sms")).isEmpty();
    assertThat(scene.pass(Duration.ofMinutes(1)).deliver("sms", "sms")).hasSize(1);
  }

  private String text(List<Delivery> letters) {
    assertThat(letters).hasSize(1);
    return templates.write(letters.get(0).payload()).text();
  }

  private void ship(String supplier, String sku, String tracking) {
    scene
        .purchaseOrders("1001")
        .forEach(
            (po, by) -> {
              if (by.equals(supplier)) {
                scene.notice(
                    supplier, po + ",1," + sku + ",1,UPS," + tracking + ",2026-11-24T10:00:00Z,P1");
              }
            });
  }

  private static Shop shop(Map<String, Set<String>> kinds, Map<String, QuietHours> quiet) {
    return new Shop("dtc", 0, "Shop", true).telling(new Correspondence("en", kinds, quiet));
  }

  private static IncomingOrder order(
      String phone, BigDecimal price, String currency, String locale) {
    IncomingOrder like =
        Scene.incoming(
            "dtc",
            "1001",
            "1",
            false,
            List.of(new IncomingOrder.Line("1", "x", "A", "Mug", 3, price)));
    return Scene.boughtBy(new Customer("Ann", "ann@example.com", phone, locale), like, currency);
  }
}
