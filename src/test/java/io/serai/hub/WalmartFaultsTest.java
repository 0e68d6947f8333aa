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
import io.serai.sandbox.order.Address;
import io.serai.sandbox.order.Sold;
import io.serai.sandbox.order.SoldOrder;
import io.serai.sandbox.rest.Fault;
import io.serai.sandbox.rest.Faults;
import io.serai.sandbox.walmart.Oddity;
import io.serai.sandbox.walmart.WalmartSandbox;
import io.serai.sandbox.world.Seen;
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

/** A Walmart that fails in every way it can, and a hub that loses and doubles nothing. */
class WalmartFaultsTest {
  private static final Address ODD_NAME =
      new Address("🐪 ليلى", "כהן", "", "1 شارع", "", "San Juan", "", "", "00901", "PR", "");

  @TempDir Path folder;
  private ChannelScene scene;
  private WalmartSandbox walmart;
  private WalmartSandbox outlet;

  @BeforeEach
  void open() {
    scene = new ChannelScene(folder);
    walmart = scene.open("walmart", WalmartSandbox::open);
    outlet = scene.open("outlet", WalmartSandbox::open);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void whateverFailsEveryUnitThatIsOursIsShippedOrCancelledOnce() {
    scene.start(stocked());
    walmart.limitPages(4);
    fail(walmart.faults());
    List<SoldOrder> plain = new ArrayList<>(plain());
    plain.forEach(walmart::sell);
    SoldOrder later = order("5101", "MUG", 2);
    walmart.sell(later, Set.of(Oddity.LATER_VERSION));
    plain.add(later);
    walmart.sell(order("6001", "MUG", 1), Set.of(Oddity.WALMART_FULFILLED));
    walmart.sell(order("6002", "MUG", 1), Set.of(Oddity.NO_ADDRESS));
    walmart.sell(order("6003", "MUG", 1), Set.of(Oddity.UNKNOWN_STATUS));
    walmart.sell(order("6004", "MUG", 1), Set.of(Oddity.NO_LINES));
    SoldOrder sameNumber = order("5001", "JAR", 2);
    outlet.sell(sameNumber);

    scene.awaitEnd(plain.size() + 1);
    walmart.expireTokens();
    await().atMost(Duration.ofSeconds(20)).until(() -> walmart.faults().left() == 0);
    scene.awaitEnd(plain.size() + 1);

    assertThat(scene.taken("walmart")).isEqualTo(ChannelScene.sold(plain));
    assertThat(scene.taken("outlet")).isEqualTo(ChannelScene.sold(List.of(sameNumber)));
    scene.assertNothingLostOrDoubled();
    assertThat(scene.effects("walmart").unitsCancelled()).isGreaterThan(2);
    // What is cancelled before Walmart could be told of it has nothing left to acknowledge.
    assertThat(scene.effects("walmart").acknowledgments())
        .allSatisfy(each -> assertThat(each.times()).isEqualTo(1))
        .extracting(Seen::what)
        .doesNotHaveDuplicates()
        .isSubsetOf(numbers(plain))
        .containsAll(numbers(plain).stream().filter(each -> !each.equals("5004")).toList());
    assertThat(scene.texts("select customer->>'name' from customer_order where number = '5002'"))
        .containsExactly(ODD_NAME.name());
    assertThat(scene.refused())
        .containsOnlyKeys("6002", "6003", "6004")
        .hasEntrySatisfying("6002", why -> assertThat(why).contains("no country to ship to"))
        .hasEntrySatisfying("6003", why -> assertThat(why).contains("status Teleported"))
        .hasEntrySatisfying("6004", why -> assertThat(why).contains("lines"));
    assertThat(scene.texts("select fault from delivery where state = 'quarantined'")).isEmpty();
    assertThat(walmart.server().rates().overLimit()).isEmpty();
  }

  @Test
  void whoeverIsNotToldHowLongToWaitWaitsTenSecondsAndMissesNothing() {
    walmart.sell(order("7001", "MUG", 1));
    walmart.faults().next(Fault.TOO_MANY_WITHOUT_WAIT, 1, "getAllOrders");
    HandClock outside = new HandClock(Instant.now());
    ApiAccount account = scene.account(walmart, outside, Duration.ofSeconds(10));

    JsonNode refused = account.orders("");
    JsonNode soon = account.orders(refused.path("cursor").asText());
    outside.pass(Duration.ofSeconds(10));
    JsonNode later = account.orders(soon.path("cursor").asText());

    assertThat(refused.path("orders")).isEmpty();
    assertThat(soon.path("orders")).isEmpty();
    assertThat(walmart.server().requests()).containsEntry("getAllOrders", 2);
    assertThat(later.path("orders").findValuesAsText("number")).containsExactly("7001");
  }

  @Test
  void aParcelWhoseAnswerTakesTooLongIsNotToldAgain() {
    walmart.sell(order("7002", "MUG", 3));
    walmart.faults().keepSilentFor(Duration.ofSeconds(2));
    walmart.faults().next(Fault.NO_ANSWER, 1, "shippingUpdates");
    ApiAccount account =
        scene.account(walmart, new HandClock(Instant.now()), Duration.ofMillis(500));
    JsonNode parcel =
        Json.read(
            """
            {"order": "7002", "number": "7002", "carrier": "UPS", "tracking": "1Z7", "trackingLink": "",
             "shippedAt": "%s", "lines": [{"line": "1", "sku": "MUG", "quantity": 2}]}"""
                .formatted(scene.now()));

    assertThatThrownBy(() -> account.tell(Operation.TRACKING, "t", 1, parcel))
        .isInstanceOf(TryLater.class);
    account.tell(Operation.TRACKING, "t", 2, parcel);

    assertThat(scene.effects("walmart").unitsTracked()).isEqualTo(2);
    assertThat(scene.effects("walmart").trackingPosts()).hasSize(1);
  }

  private static List<String> numbers(List<SoldOrder> orders) {
    return orders.stream().map(SoldOrder::name).toList();
  }

  private void fail(Faults faults) {
    faults.keepSilentFor(Duration.ofMillis(200));
    faults.next(Fault.SERVER_ERROR, 1, "tokenAPI");
    List.of(
            Fault.SERVER_ERROR,
            Fault.TOO_MANY_WITH_WAIT,
            Fault.HALF_BODY,
            Fault.NO_ANSWER,
            Fault.ERROR_INSIDE,
            Fault.DROP_BEFORE_ACTING)
        .forEach(fault -> faults.next(fault, 1, "getAllOrders"));
    faults.next(Fault.TOKEN_REFUSED, 1, "hasMoreElements");
    faults.next(Fault.PAGE_EXPIRED, 1, "hasMoreElements");
    List.of(Fault.DROP_AFTER_ACTING, Fault.SERVER_ERROR, Fault.HALF_BODY)
        .forEach(fault -> faults.next(fault, 1, "acknowledgeOrders"));
    List.of(
            Fault.DROP_AFTER_ACTING,
            Fault.HALF_BODY,
            Fault.NO_ANSWER,
            Fault.TOKEN_REFUSED,
            Fault.TOO_MANY_WITH_WAIT,
            Fault.SERVER_ERROR)
        .forEach(fault -> faults.next(fault, 1, "shippingUpdates"));
    List.of(Fault.DROP_AFTER_ACTING, Fault.HALF_BODY)
        .forEach(fault -> faults.next(fault, 1, "cancelOrderLines"));
    List.of(Fault.HALF_BODY, Fault.SERVER_ERROR)
        .forEach(fault -> faults.next(fault, 1, "getAnOrder"));
  }

  private List<SoldOrder> plain() {
    List<SoldOrder> orders = new ArrayList<>();
    orders.add(order("5001", "MUG", 3, "TEA", 1));
    orders.add(Sold.to(ODD_NAME, "5002", scene.now(), "USD", "10.00", "TEA", 2));
    orders.add(order("5003", "SCARCE", 12, "MUG", 1));
    orders.add(order("5004", "NEVER", 2));
    // Beyond what a double can hold.
    orders.add(order("9007199254740993", "MUG", 1));
    IntStream.range(5005, 5011).forEach(n -> orders.add(order("" + n, "TEA", 1, "MUG", n % 4 + 1)));
    return orders;
  }

  /** Of SCARCE there are seven, of NEVER none, and of all else enough. */
  private List<SoldOrder> stocked() {
    return List.of(
        order("1", "MUG", 40, "TEA", 20, "JAR", 5),
        order("2", "SCARCE", 1),
        order("3", "NEVER", -5));
  }

  private SoldOrder order(String number, Object... goods) {
    return Sold.order(number, scene.now(), goods);
  }
}
