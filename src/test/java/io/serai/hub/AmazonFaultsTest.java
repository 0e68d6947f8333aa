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
import io.serai.sandbox.amazon.AmazonSandbox;
import io.serai.sandbox.amazon.Oddity;
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

/** An Amazon that fails in every way it can, and a hub that loses and doubles nothing. */
class AmazonFaultsTest {
  private static final Address ODD_NAME =
      new Address("🐪 ليلى", "כהן", "", "1 شارع", "", "San Juan", "", "", "00901", "PR", "");

  @TempDir Path folder;
  private ChannelScene scene;
  private AmazonSandbox amazon;
  private AmazonSandbox outlet;

  @BeforeEach
  void open() {
    scene = new ChannelScene(folder);
    amazon = scene.open("amazon", AmazonSandbox::open);
    outlet = scene.open("outlet", AmazonSandbox::open);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void whateverFailsEveryUnitThatIsOursIsShippedOrCancelledOnce() {
    List<SoldOrder> ours = new ArrayList<>(plain());
    ours.forEach(amazon::sell);
    ours.add(sell(order(5101, "MUG", 2), Oddity.LATER_VERSION));
    ours.add(sell(order(5102, "TEA", 2), Oddity.PENDING));
    sell(order(6001, "MUG", 1), Oddity.BY_AMAZON);
    sell(order(6002, "MUG", 1), Oddity.NO_ADDRESS);
    sell(order(6004, "MUG", 1), Oddity.NO_ITEMS);
    SoldOrder regretted = order(6005, "MUG", 1);
    amazon.askToCancel(amazon.sell(regretted));
    SoldOrder sameNumber = order(5001, "JAR", 2);
    outlet.sell(sameNumber);
    amazon.limitPages(4);
    fail(amazon.server().faults());

    scene.start(stocked(ours, sameNumber));
    scene.awaitEnd(ours.size() + 1);
    amazon.expireTokens();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(amazon.server().faults()).hasToString("[]"));
    scene.awaitEnd(ours.size() + 1);

    ours.add(regretted);
    assertThat(scene.taken("amazon")).isEqualTo(ChannelScene.sold(ours));
    assertThat(scene.effects("amazon").trackingPosts())
        .noneMatch(post -> post.what().order().equals(id(6005)));
    assertThat(scene.taken("outlet")).isEqualTo(ChannelScene.sold(List.of(sameNumber)));
    scene.assertNothingLostOrDoubled();
    assertThat(scene.effects("amazon").unitsCancelled()).isEqualTo(2);
    assertThat(
            scene.texts(
                "select customer->>'name' from customer_order where number = '%s'"
                    .formatted(id(5002))))
        .containsExactly(ODD_NAME.name());
    assertThat(
            scene.texts(
                "select currency || ' ' || unit_price from customer_order o join order_line l on l.order_id = o.id where number = '%s'"
                    .formatted(id(5003))))
        .containsExactly("JPY 1200");
    assertThat(scene.refused())
        .containsOnlyKeys(id(6002), id(6004))
        .hasEntrySatisfying(id(6002), why -> assertThat(why).contains("no address to ship to"))
        .hasEntrySatisfying(id(6004), why -> assertThat(why).contains("lines"));
    assertThat(scene.texts("select fault from delivery where state = 'quarantined'")).isEmpty();
    assertThat(amazon.server().rates().overLimit()).isEmpty();
  }

  @Test
  void whoeverIsNotToldHowLongToWaitWaitsThreeMinutesAndMissesNothing() {
    amazon.sell(order(7001, "MUG", 1));
    amazon.server().faults().next(Fault.TOO_MANY_WITHOUT_WAIT, 1, "searchOrders");
    HandClock outside = new HandClock(Instant.now());
    ApiAccount account = scene.account(amazon, outside, Duration.ofSeconds(10));

    JsonNode refused = account.orders("");
    JsonNode soon = account.orders(refused.path("cursor").asText());
    outside.pass(Duration.ofMinutes(3));
    JsonNode later = account.orders(soon.path("cursor").asText());

    assertThat(refused.path("orders")).isEmpty();
    assertThat(soon.path("orders")).isEmpty();
    assertThat(amazon.server().requests()).containsEntry("searchOrders", 2);
    assertThat(later.path("orders").findValuesAsText("number")).containsExactly(id(7001));
  }

  @Test
  void aPageWithAnErrorInsideIsAskedForAgain() {
    IntStream.range(7010, 7016).forEach(n -> amazon.sell(order(n, "MUG", 1)));
    amazon.limitPages(4);
    amazon.server().faults().next(Fault.ERROR_INSIDE, 1, "paginationToken");
    ApiAccount account =
        scene.account(amazon, new HandClock(Instant.now()), Duration.ofSeconds(10));

    JsonNode first = account.orders("");
    assertThatThrownBy(() -> account.orders(first.path("cursor").asText()))
        .isInstanceOf(TryLater.class);
    JsonNode second = account.orders(first.path("cursor").asText());

    assertThat(first.path("orders")).hasSize(4);
    assertThat(second.path("orders")).hasSize(2);
  }

  @Test
  void aParcelWhoseAnswerTakesTooLongIsNotToldAgain() {
    SoldOrder sold = order(7002, "MUG", 3);
    amazon.sell(sold);
    amazon.server().faults().keepSilentFor(Duration.ofSeconds(2));
    amazon.server().faults().next(Fault.NO_ANSWER, 1, "confirmShipment");
    ApiAccount account =
        scene.account(amazon, new HandClock(Instant.now()), Duration.ofMillis(500));
    JsonNode item = account.orders("").at("/orders/0/order/orderItems/0/orderItemId");
    JsonNode parcel =
        Json.read(
            """
            {"order": "%s", "number": "%s", "reference": "PO1/1Z7/1", "carrier": "UPS",
             "tracking": "1Z7", "trackingLink": "", "shippedAt": "%s",
             "lines": [{"line": %s, "sku": "MUG", "quantity": 2}]}"""
                .formatted(id(7002), id(7002), scene.start(), item));

    assertThatThrownBy(() -> account.tell(Operation.TRACKING, "t", 1, parcel))
        .isInstanceOf(TryLater.class);
    account.tell(Operation.TRACKING, "t", 2, parcel);

    assertThat(scene.effects("amazon").unitsTracked()).isEqualTo(2);
    assertThat(scene.effects("amazon").trackingPosts()).hasSize(1);
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
        .forEach(fault -> faults.next(fault, 1, "searchOrders"));
    faults.next(Fault.TOKEN_REFUSED, 1, "paginationToken");
    faults.next(Fault.PAGE_EXPIRED, 1, "paginationToken");
    List.of(
            Fault.DROP_AFTER_ACTING,
            Fault.HALF_BODY,
            Fault.NO_ANSWER,
            Fault.TOKEN_REFUSED,
            Fault.TOO_MANY_WITH_WAIT,
            Fault.SERVER_ERROR)
        .forEach(fault -> faults.next(fault, 1, "confirmShipment"));
    faults.next(Fault.HALF_BODY, 1, "createFeedDocument");
    faults.next(Fault.DROP_BEFORE_ACTING, 1, "upload");
    faults.next(Fault.DROP_AFTER_ACTING, 1, "createFeed POST");
    List.of(Fault.HALF_BODY, Fault.SERVER_ERROR)
        .forEach(fault -> faults.next(fault, 1, "getOrder GET"));
    faults.next(Fault.SERVER_ERROR, 1, "patchListingsItem");
  }

  private List<SoldOrder> plain() {
    List<SoldOrder> orders = new ArrayList<>();
    orders.add(order(5001, "MUG", 3, "TEA", 1));
    orders.add(Sold.to(ODD_NAME, id(5002), scene.start(), "USD", "10.00", "TEA", 2));
    orders.add(Sold.to(ODD_NAME, id(5003), scene.start(), "JPY", "1200", "TEA", 1));
    orders.add(order(5004, "NEVER", 2));
    IntStream.range(5005, 5011).forEach(n -> orders.add(order(n, "TEA", 1, "MUG", n % 4 + 1)));
    return orders;
  }

  /** Of NEVER there is none. */
  private List<SoldOrder> stocked(List<SoldOrder> ours, SoldOrder other) {
    List<SoldOrder> stocked = new ArrayList<>(ours);
    stocked.removeIf(order -> order.lines().get(0).sku().equals("NEVER"));
    stocked.add(other);
    stocked.add(order(2, "NEVER", -5));
    return stocked;
  }

  private SoldOrder sell(SoldOrder order, Oddity oddity) {
    amazon.sell(order, Set.of(oddity));
    return order;
  }

  private SoldOrder order(int number, Object... goods) {
    return Sold.order(id(number), scene.start(), goods);
  }

  private static String id(int number) {
    return "902-0000000-%07d".formatted(number);
  }
}
