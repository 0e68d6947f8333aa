package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiAccount;
import io.serai.api.Operation;
import io.serai.delivery.TryLater;
import io.serai.mapping.Json;
import io.serai.sandbox.HandClock;
import io.serai.sandbox.ebay.EbaySandbox;
import io.serai.sandbox.ebay.Oddity;
import io.serai.sandbox.order.Address;
import io.serai.sandbox.order.Sold;
import io.serai.sandbox.order.SoldOrder;
import io.serai.sandbox.rest.Fault;
import io.serai.sandbox.rest.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An eBay that fails in every way it can, and a hub that loses and doubles nothing. */
class EbayFaultsTest {
  private static final Address ODD_NAME =
      new Address("🐪 ليلى", "כהן", "", "1 شارع", "", "Bonn", "", "", "53111", "DE", "");

  @TempDir Path folder;
  private ChannelScene scene;
  private EbaySandbox ebay;
  private EbaySandbox outlet;

  @BeforeEach
  void open() {
    scene = new ChannelScene(folder);
    ebay = scene.open("ebay", EbaySandbox::open);
    outlet = scene.open("outlet", EbaySandbox::open);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void whateverFailsEveryUnitThatIsOursIsShippedOrCancelledOnce() {
    scene.start(stocked());
    ebay.limitPages(4);
    fail(ebay.faults());
    ebay.failStock("TEA", 1);
    List<SoldOrder> ours = new ArrayList<>(plain());
    ours.forEach(ebay::sell);
    ours.add(odd("11-1", Oddity.LATER_VERSION));
    ours.add(odd("11-2", Oddity.NULLS));
    ours.add(odd("11-3", Oddity.UNPAID));
    odd("12-1", Oddity.EBAY_FULFILLED);
    odd("12-2", Oddity.NO_ADDRESS);
    odd("12-3", Oddity.UNKNOWN_STATUS);
    odd("12-4", Oddity.NO_LINES);
    ebay.sell(order("12-5", "MUG", 1));
    ebay.cancel("12-5");
    SoldOrder sameNumber = order("10-1", "JAR", 2);
    outlet.sell(sameNumber);

    scene.awaitEnd(ours.size());
    ebay.expireTokens();
    ebay.pay("11-3");
    scene.awaitEnd(ours.size() + 1);
    await().atMost(Duration.ofSeconds(20)).until(() -> ebay.faults().left() == 0 && isTold("TEA"));

    assertThat(scene.taken("ebay")).isEqualTo(ChannelScene.sold(ours));
    assertThat(scene.taken("outlet")).isEqualTo(ChannelScene.sold(List.of(sameNumber)));
    scene.assertNothingLostOrDoubled("12-5");
    assertThat(scene.texts("select customer->>'name' from customer_order where number = '10-2'"))
        .containsExactly(ODD_NAME.name());
    assertThat(scene.refused())
        .containsOnlyKeys("12-2", "12-3", "12-4")
        .hasEntrySatisfying("12-2", why -> assertThat(why).contains("no address to ship to"))
        .hasEntrySatisfying("12-3", why -> assertThat(why).contains("PAID_IN_SEASHELLS"))
        .hasEntrySatisfying("12-4", why -> assertThat(why).contains("lines"));
    assertThat(scene.texts("select fault from delivery where state = 'quarantined'")).isEmpty();
    assertThat(ebay.server().rates().overLimit()).isEmpty();
  }

  @Test
  void whoeverIsNotToldHowLongToWaitWaitsAMinuteAndMissesNothing() {
    ebay.sell(order("7-1", "MUG", 1));
    ebay.faults().next(Fault.TOO_MANY_WITHOUT_WAIT, 1, "getOrders");
    HandClock outside = new HandClock(Instant.now());
    ApiAccount account = scene.account(ebay, outside, Duration.ofSeconds(10));

    JsonNode refused = account.orders("");
    JsonNode soon = account.orders(refused.path("cursor").asText());
    outside.pass(Duration.ofSeconds(60));
    JsonNode later = account.orders(soon.path("cursor").asText());

    assertThat(refused.path("orders")).isEmpty();
    assertThat(soon.path("orders")).isEmpty();
    assertThat(ebay.server().requests()).containsEntry("getOrders", 2);
    assertThat(later.path("orders").findValuesAsText("number")).containsExactly("7-1");
  }

  @Test
  void aPackageWhoseAnswerTakesTooLongIsNotToldAgain() {
    ebay.sell(order("7-2", "MUG", 3));
    ebay.faults().keepSilentFor(Duration.ofSeconds(2));
    ebay.faults().next(Fault.NO_ANSWER, 1, "createShippingFulfillment");
    ApiAccount account = scene.account(ebay, new HandClock(Instant.now()), Duration.ofMillis(500));
    String line = account.orders("").at("/orders/0/order/lineItems/0/lineItemId").asText();
    JsonNode parcel =
        Json.read(
            """
            {"order": "7-2", "number": "7-2", "carrier": "UPS", "tracking": "1Z7", "trackingLink": "",
             "shippedAt": "%s", "lines": [{"line": "%s", "sku": "MUG", "quantity": 2}]}"""
                .formatted(scene.now(), line));

    assertThatThrownBy(() -> account.tell(Operation.TRACKING, "t", 1, parcel))
        .isInstanceOf(TryLater.class);
    account.tell(Operation.TRACKING, "t", 2, parcel);

    assertThat(scene.effects("ebay").unitsTracked()).isEqualTo(2);
    assertThat(scene.effects("ebay").trackingPosts()).hasSize(1);
  }

  private boolean isTold(String sku) {
    return scene.effects("ebay").stock().stream().anyMatch(each -> each.sku().equals(sku));
  }

  private void fail(Faults faults) {
    faults.keepSilentFor(Duration.ofMillis(200));
    faults.next(Fault.SERVER_ERROR, 1, "token POST");
    List.of(
            Fault.SERVER_ERROR,
            Fault.TOO_MANY_WITH_WAIT,
            Fault.HALF_BODY,
            Fault.NO_ANSWER,
            Fault.ERROR_INSIDE,
            Fault.DROP_BEFORE_ACTING)
        .forEach(fault -> faults.next(fault, 1, "getOrders"));
    faults.next(Fault.TOKEN_REFUSED, 1, "offset=4");
    faults.next(Fault.PAGE_EXPIRED, 1, "offset=4");
    List.of(
            Fault.DROP_AFTER_ACTING,
            Fault.HALF_BODY,
            Fault.NO_ANSWER,
            Fault.TOKEN_REFUSED,
            Fault.TOO_MANY_WITH_WAIT,
            Fault.SERVER_ERROR)
        .forEach(fault -> faults.next(fault, 1, "createShippingFulfillment"));
    faults.next(Fault.SERVER_ERROR, 1, "getShippingFulfillments");
    faults.next(Fault.DROP_AFTER_ACTING, 1, "createCancellation");
    faults.next(Fault.SERVER_ERROR, 1, "issueRefund");
    faults.next(Fault.HALF_BODY, 1, "getOrder GET");
  }

  private List<SoldOrder> plain() {
    List<SoldOrder> orders = new ArrayList<>();
    orders.add(order("10-1", "MUG", 3, "TEA", 1));
    orders.add(Sold.to(ODD_NAME, "10-2", scene.now(), "USD", "10.00", "TEA", 2));
    // Yen have no decimals, and of seven units a share of the price would.
    orders.add(
        Sold.to(
            Sold.address("Ana", "Lima", "1"), "10-3", scene.now(), "JPY", "1000", "SCARCE", 12));
    orders.add(order("10-4", "NEVER", 2));
    IntStream.range(5, 9).forEach(n -> orders.add(order("10-" + n, "TEA", 1, "MUG", n % 4 + 1)));
    return orders;
  }

  /** Of SCARCE there are seven, of NEVER none, and of all else enough. */
  private List<SoldOrder> stocked() {
    return List.of(
        order("1", "MUG", 40, "TEA", 20, "JAR", 5),
        order("2", "SCARCE", 1),
        order("3", "NEVER", -5));
  }

  private SoldOrder odd(String number, Oddity how) {
    SoldOrder order = order(number, "MUG", 1);
    ebay.sell(order, Set.of(how));
    return order;
  }

  private SoldOrder order(String number, Object... goods) {
    return Sold.order(number, scene.now(), goods);
  }
}
