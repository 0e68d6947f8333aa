package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.sandbox.order.Address;
import io.serai.sandbox.order.Sold;
import io.serai.sandbox.order.SoldLine;
import io.serai.sandbox.order.SoldOrder;
import io.serai.sandbox.rest.ChannelOptions;
import io.serai.sandbox.rest.Fault;
import io.serai.sandbox.rest.Faults;
import io.serai.sandbox.store.Oddity;
import io.serai.sandbox.store.SandboxStore;
import io.serai.sandbox.store.ThrottleBucket;
import io.serai.sandbox.world.StockSetting;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Shopify store that fails in every way it can, and a hub that loses and doubles nothing.
 *
 * <p>All ids of the store are odd and above 2^53, and the two stores here give out the same ones.
 * An answer with user errors is for a person, who replays. Shopify's page cursors hold the place in
 * the list and do not expire; its access token does not end, and once it is taken again the poll
 * goes on. Elsewhere: orders without lines or with no quantity ({@link RunningHubTest}), webhooks
 * ({@link WebhookTest}).
 */
class ShopifyFaultsTest {
  private static final Address ODD_NAME =
      new Address("🐪 ليلى", "כהן", "", "1 شارع", "", "Bonn", "", "", "53111", "DE", "");

  @TempDir Path folder;
  private ChannelScene scene;
  private SandboxStore store;
  private SandboxStore outlet;

  @BeforeEach
  void open() {
    scene = new ChannelScene(folder);
    store = scene.open("store", options -> open("first", options));
    outlet = scene.open("outlet", options -> open("second", options));
    scene.set("store", "pageSize: 4");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void whateverFailsEveryUnitThatIsOursIsShippedOrCancelledOnce() {
    scene.start(stocked());
    fail(store.faults());
    List<SoldOrder> ours = new ArrayList<>(plain());
    ours.forEach(store::sell);
    ours.add(odd("5101", Oddity.LATER_VERSION));
    ours.add(odd("5102", Oddity.NULLS));
    ours.add(odd("5103", Oddity.UNPAID));
    odd("6002", Oddity.NO_ADDRESS);
    odd("6003", Oddity.UNKNOWN_STATUS);
    store.sell(with(order("6004"), card()));
    SoldOrder mixed = order("5104", "MUG", 1);
    store.sell(with(mixed, card()));
    ours.add(mixed);
    SoldOrder sameNumber = order("5001", "JAR", 2);
    outlet.sell(sameNumber);

    scene.awaitEnd(ours.size());
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(store.faults()).hasToString("[]"));
    store.refuse("fulfillmentCreate", 1);
    store.refuse("refundCreate", 1);
    store.pay(store.idOf("5103"));
    SoldOrder late = order("5105", "NEVER", 1);
    store.sell(late);
    ours.add(late);
    scene.awaitEnd(ours.size() + 1);
    assertThat(scene.texts("select fault from delivery where state = 'quarantined'"))
        .hasSize(2)
        .allSatisfy(fault -> assertThat(fault).contains("does not take", "was told to"));
    scene.replayDeliveries();
    scene.awaitEnd(ours.size() + 1);

    assertThat(scene.taken("store")).isEqualTo(ChannelScene.sold(ours));
    assertThat(scene.taken("outlet")).isEqualTo(ChannelScene.sold(List.of(sameNumber)));
    scene.assertNothingLostOrDoubled();
    assertThat(scene.texts("select fault from document where kind = 'order-page'"))
        .anySatisfy(fault -> assertThat(fault).contains("not JSON"))
        .anySatisfy(fault -> assertThat(fault).contains("401"));
    assertThat(scene.effects("store").unitsCancelled()).isGreaterThan(2);
    assertThat(scene.texts("select customer->>'name' from customer_order where number = '5002'"))
        .containsExactly(ODD_NAME.name());
    assertThat(
            scene.texts(
                "select currency || ' ' || trim_scale(unit_price) from customer_order o join order_line l on l.order_id = o.id where number = '5003'"))
        .containsExactly("JPY 1000");
    assertThat(scene.refused())
        .containsOnlyKeys("6002", "6003")
        .hasEntrySatisfying("6002", why -> assertThat(why).contains("country"))
        .hasEntrySatisfying("6003", why -> assertThat(why).contains("PAID_IN_SEASHELLS"));
    assertThat(scene.texts("select fault from delivery where state = 'quarantined'")).isEmpty();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(told()).isEqualTo(toTell()));
  }

  private void fail(Faults faults) {
    faults.keepSilentFor(Duration.ofSeconds(4));
    List.of(
            Fault.SERVER_ERROR,
            Fault.TOO_MANY_WITH_WAIT,
            Fault.TOO_MANY_WITHOUT_WAIT,
            Fault.HALF_BODY,
            Fault.NOT_JSON,
            Fault.NO_ANSWER,
            Fault.ERROR_INSIDE,
            Fault.DROP_BEFORE_ACTING,
            Fault.DROP_AFTER_ACTING)
        .forEach(fault -> faults.next(fault, 1, "SeraiOrders("));
    faults.next(Fault.TOKEN_REFUSED, 3, "\"after\":\"");
    List.of(
            Fault.DROP_AFTER_ACTING,
            Fault.HALF_BODY,
            Fault.NO_ANSWER,
            Fault.NOT_JSON,
            Fault.DROP_BEFORE_ACTING,
            Fault.TOKEN_REFUSED,
            Fault.TOO_MANY_WITH_WAIT,
            Fault.TOO_MANY_WITHOUT_WAIT,
            Fault.ERROR_INSIDE,
            Fault.SERVER_ERROR)
        .forEach(fault -> faults.next(fault, 1, "fulfillmentCreate("));
    List.of(Fault.HALF_BODY, Fault.DROP_AFTER_ACTING, Fault.DROP_BEFORE_ACTING)
        .forEach(fault -> faults.next(fault, 1, "refundCreate("));
    List.of(Fault.SERVER_ERROR, Fault.DROP_AFTER_ACTING, Fault.HALF_BODY)
        .forEach(fault -> faults.next(fault, 1, "inventorySetQuantities("));
    List.of(Fault.HALF_BODY, Fault.SERVER_ERROR)
        .forEach(fault -> faults.next(fault, 1, "SeraiFulfillmentOrders("));
  }

  /** What the store was told last that it may sell. */
  private Map<String, Integer> told() {
    return scene.effects("store").stock().stream()
        .collect(Collectors.toMap(StockSetting::sku, StockSetting::quantity));
  }

  /** What the hub holds the store to have been told, of what it has. */
  private Map<String, Integer> toTell() {
    return scene
        .texts("select sku || ' ' || quantity from pushed_stock where channel = 'store'")
        .stream()
        .map(text -> text.split(" "))
        .filter(parts -> told().containsKey(parts[0]))
        .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.valueOf(parts[1])));
  }

  private List<SoldOrder> plain() {
    List<SoldOrder> orders = new ArrayList<>();
    orders.add(order("5001", "MUG", 3, "TEA", 1));
    orders.add(Sold.to(ODD_NAME, "5002", scene.now(), "USD", "10.00", "TEA", 2));
    orders.add(
        Sold.to(Sold.address("Ana", "Lima", "1"), "5003", scene.now(), "JPY", "1000", "YEN", 1));
    orders.add(order("5004", "SCARCE", 12, "MUG", 1));
    orders.add(order("5005", "NEVER", 2));
    IntStream.range(5006, 5014).forEach(n -> orders.add(order("" + n, "TEA", 1, "MUG", n % 4 + 1)));
    return orders;
  }

  /** Of SCARCE there are seven, of NEVER none, and of all else enough. */
  private List<SoldOrder> stocked() {
    return List.of(
        order("1", "MUG", 40, "TEA", 20, "JAR", 5, "YEN", 5),
        order("2", "SCARCE", 1),
        order("3", "NEVER", -5));
  }

  private SoldOrder odd(String number, Oddity how) {
    SoldOrder order = order(number, "MUG", 1);
    store.sell(order, Set.of(how));
    return order;
  }

  private SoldOrder order(String number, Object... goods) {
    return Sold.order(number, scene.now(), goods);
  }

  private static SoldLine card() {
    return new SoldLine("CARD", "Gift card", 1, new BigDecimal("25.00"), false);
  }

  private static SoldOrder with(SoldOrder order, SoldLine more) {
    List<SoldLine> lines = new ArrayList<>(order.lines());
    lines.add(more);
    return new SoldOrder(
        order.name(),
        order.createdAt(),
        order.email(),
        order.phone(),
        order.locale(),
        order.currency(),
        order.shippingAddress(),
        lines);
  }

  private static SandboxStore open(String account, ChannelOptions options) {
    return SandboxStore.open(
        new SandboxStore.Settings(
            "shpat_" + account, "USD", new ThrottleBucket(200_000, 100_000, 1_000)),
        options.clock(),
        options.effects(),
        options.orders());
  }
}
