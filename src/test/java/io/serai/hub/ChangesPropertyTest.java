package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.action.ActionRefused;
import io.serai.action.Doer;
import io.serai.action.OrderActions;
import io.serai.plan.Rules;
import io.serai.supplier.Supplier.Answering;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a channel changes about a few orders, early, late and twice, while suppliers answer,
 * ship and restock and people hold, plan anew, move and cancel: the books hold, and all ends as the
 * channel wants it, or as it had shipped before.
 */
class ChangesPropertyTest {
  private static final int STEPS = 70;
  private static final Doer OLGA = new Doer("Olga");
  private static final List<String> ANSWERS = List.of("accepted", "rejected", "cancelled");

  private final Scene scene =
      new Scene(
          Rules.DEFAULT,
          Scene.supplier("north", 1, "1").answering(answering()),
          Scene.supplier("south", 2, "2").answering(answering()));
  private final Map<String, Shop> shops = new TreeMap<>();
  private Random random = new Random();
  private int minute;
  private int parcel;

  private static Answering answering() {
    return new Answering(Optional.empty(), OptionalInt.empty(), true);
  }

  /** What the channel has of one order, and all that it has said of it. */
  private static final class Shop {
    final String number;
    final List<int[]> lines = new ArrayList<>();
    final List<Sale> said = new ArrayList<>();
    boolean onHold;

    Shop(String number) {
      this.number = number;
      lines.add(new int[] {4, 0});
      lines.add(new int[] {2, 0});
    }

    Sale now(int minute) {
      Sale sale =
          Sale.of(
                  number,
                  lines.stream()
                      .map(
                          line -> "ABA".charAt(lines.indexOf(line)) + "," + line[0] + "," + line[1])
                      .toArray(String[]::new))
              .to(minute % 3 == 0 ? "Street 1" : "Street 2", "US")
              .at(minute);
      return onHold ? sale.onHold("fraud check") : sale;
    }
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 1123})
  void allEndsAsTheChannelWantsIt(long seed) {
    random = new Random(seed);
    scene.stock("north", "A,5", "B,1").stock("south", "A,1", "B,1");
    for (String number : List.of("1001", "1002", "1003")) {
      shops.put(number, new Shop(number));
      say(shops.get(number));
    }
    for (int step = 0; step < STEPS; step++) {
      Map<String, Integer> cancelled = cancelled();
      Map<String, String> written = writtenOfHeld();
      step();
      assertThat(scene.broken()).isEmpty();
      cancelled.forEach(
          (line, units) -> assertThat(cancelled().get(line)).isGreaterThanOrEqualTo(units));
      Map<String, String> after = writtenOfHeld();
      written.forEach(
          (order, pos) -> assertThat(after.getOrDefault(order, pos)).as(order).isEqualTo(pos));
    }
    settle();
    assertSettled();
  }

  private void step() {
    Shop shop = shops.get(List.of("1001", "1002", "1003").get(random.nextInt(3)));
    switch (random.nextInt(18)) {
      case 0 -> shop.onHold = true;
      case 1 -> shop.onHold = false;
      case 2 -> cancelSome(shop);
      case 3 -> addSome(shop);
      case 4, 5 -> say(shop);
      case 6 -> sayLate(shop);
      case 7 ->
          scene.stock(supplier(), "A," + random.nextInt(9), "B," + random.nextInt(4)).release();
      case 8, 9 -> scene.release().pass(Duration.ofMinutes(40)).sendPurchaseOrders();
      case 10 -> answer();
      case 11 -> ship();
      case 13, 14, 15, 16, 17 -> deed(shop);
      default -> {
        scene.pass(Duration.ofHours(random.nextInt(50))).keepDeadlines().sendRecalls();
        hear();
      }
    }
  }

  private interface Deed {
    void in(OrderActions actions, Handle handle);
  }

  private void deed(Shop shop) {
    String number = shop.number;
    String line = Integer.toString(1 + random.nextInt(2));
    String supplier = supplier();
    switch (random.nextInt(5)) {
      case 0 -> twice((actions, handle) -> actions.hold(handle, "dtc", number, OLGA, "a question"));
      case 1 -> twice((actions, handle) -> actions.release(handle, "dtc", number, OLGA));
      case 2 -> twice((actions, handle) -> actions.replan(handle, "dtc", number, OLGA));
      case 3 ->
          twice(
              (actions, handle) ->
                  actions.changeSupplier(handle, "dtc", number, line, supplier, OLGA));
      default -> done((actions, handle) -> cancel(actions, handle, number, line));
    }
  }

  private static void cancel(OrderActions actions, Handle handle, String number, String line) {
    actions.cancel(handle, "dtc", number, line, 1, OLGA, "the buyer called");
  }

  // The second click finds all as the first has left it, or is refused.
  private void twice(Deed deed) {
    done(deed);
    List<List<String>> before = everything();
    done(deed);
    assertThat(everything()).isEqualTo(before);
  }

  private void done(Deed deed) {
    try {
      scene.database.useTransaction(
          handle -> deed.in(scene.bean(OrderActions.class, "orderActions"), handle));
    } catch (ActionRefused refused) {
      assertThat(refused).hasMessageEndingWith(".");
    }
  }

  private void cancelSome(Shop shop) {
    int[] line = shop.lines.get(random.nextInt(shop.lines.size()));
    line[1] = Math.min(line[0], line[1] + 1 + random.nextInt(2));
  }

  private void addSome(Shop shop) {
    if (shop.lines.size() < 3 && random.nextBoolean()) {
      shop.lines.add(new int[] {1, 0});
    } else {
      shop.lines.get(random.nextInt(shop.lines.size()))[0]++;
    }
  }

  private void say(Shop shop) {
    hear();
    Sale sale = shop.now(++minute);
    shop.said.add(sale);
    String told = told();
    scene.accept(sale.incoming());
    assertThat(told()).as("what the channel is told of what it said").isEqualTo(told);
    for (int at = 0; at < shop.lines.size(); at++) {
      int[] line = shop.lines.get(at);
      int[] here = here(shop.number, at + 1);
      assertThat(here[0])
          .as("to be sent")
          .isLessThanOrEqualTo(Math.max(line[0] - line[1], here[1]));
    }
  }

  private void sayLate(Shop shop) {
    if (shop.said.size() > 1) {
      List<List<String>> before = everything();
      scene.accept(shop.said.get(random.nextInt(shop.said.size() - 1)).incoming());
      assertThat(everything()).isEqualTo(before);
    }
  }

  // The channel hears what the hub has cancelled, and says so from now on.
  private void hear() {
    scene
        .deliver("cancellation", "dtc")
        .forEach(
            delivery ->
                delivery
                    .payload()
                    .get("lines")
                    .forEach(
                        line -> {
                          String[] id = line.get("line").asText().split("-");
                          shops.get(id[1]).lines.get(Integer.parseInt(id[2]) - 1)[1] +=
                              line.get("quantity").asInt();
                        }));
    shops
        .values()
        .forEach(shop -> shop.lines.forEach(line -> line[1] = Math.min(line[0], line[1])));
  }

  private void answer() {
    for (List<String> asked : asked()) {
      if (random.nextInt(3) == 0) {
        String status = ANSWERS.get(random.nextInt(3));
        scene.acknowledge(
            asked.get(2),
            asked.get(0) + "," + asked.get(1) + "," + asked.get(3) + ",1," + status + ",,");
      }
    }
  }

  private void ship() {
    for (List<String> asked : asked()) {
      if (random.nextBoolean()) {
        ship(asked, 1);
      }
    }
  }

  private void ship(List<String> asked, int units) {
    scene.notice(
        asked.get(2),
        asked.get(0)
            + ","
            + asked.get(1)
            + ","
            + asked.get(3)
            + ","
            + units
            + ",UPS,1Z"
            + ++parcel
            + ",2026-11-24T10:00:00Z,"
            + parcel);
  }

  private void settle() {
    shops.values().forEach(shop -> shop.onHold = false);
    shops.values().forEach(this::say);
    for (String number : shops.keySet()) {
      done((actions, handle) -> actions.release(handle, "dtc", number, OLGA));
    }
    for (int round = 0; round < 3; round++) {
      scene.stock("north", "A,90", "B,90").stock("south", "A,90", "B,90").release();
      scene.pass(Duration.ofMinutes(40)).sendPurchaseOrders().sendRecalls();
      for (List<String> asked : asked()) {
        int recalled = Integer.parseInt(asked.get(5));
        int left = Integer.parseInt(asked.get(4)) - recalled;
        if (recalled > 0) {
          scene.acknowledge(
              asked.get(2),
              asked.get(0)
                  + ","
                  + asked.get(1)
                  + ","
                  + asked.get(3)
                  + ","
                  + recalled
                  + ",cancelled,,");
        }
        if (left > 0) {
          ship(asked, left);
        }
      }
    }
    // What every supplier has refused waits for nobody, until its time is over.
    scene.pass(Duration.ofDays(20)).keepDeadlines();
    hear();
  }

  private void assertSettled() {
    assertThat(scene.broken()).isEmpty();
    assertThat(scene.rows("select number from customer_order where ended_at is null")).isEmpty();
    assertThat(
            scene.rows(
                "select name, fault from document where status in ('received', 'quarantined') and kind = 'order'"))
        .isEmpty();
    shops.forEach(
        (number, shop) -> {
          for (int at = 0; at < shop.lines.size(); at++) {
            int[] line = shop.lines.get(at);
            assertThat(here(number, at + 1)[1])
                .as("shipped of " + number)
                .isGreaterThanOrEqualTo(line[0] - line[1]);
          }
        });
    // Each cancelled unit is told to the customer, once.
    assertThat(
            scene.one(
                """
                select coalesce(sum((i ->> 'quantity')::integer), 0) from delivery d,
                  jsonb_array_elements(d.payload -> 'items') i
                where d.kind = 'mail' and d.payload ->> 'template' = 'cancelled'"""))
        .isEqualTo(scene.one("select sum(cancelled) from order_line"));
  }

  // Of a line, the units that are still to be sent or have been, and those that have been.
  private int[] here(String number, int at) {
    List<List<String>> found =
        scene.rows(
            """
            select l.held + l.planned + l.backordered + l.sent + l.acknowledged + l.shipped
                - coalesce((select sum(r.recalled) from reservation r where r.order_line_id = l.id), 0),
              l.shipped from order_line l where l.external_id = 'gid-%s-%d'"""
                .formatted(number, at));
    return found.isEmpty()
        ? new int[] {0, 0}
        : new int[] {Integer.parseInt(found.get(0).get(0)), Integer.parseInt(found.get(0).get(1))};
  }

  // Purchase order, line, supplier, SKU, open and recalled units of all that suppliers have.
  private List<List<String>> asked() {
    return scene.rows(
        """
        select s.po_number, r.line_number, s.supplier, r.sku, r.open, r.recalled
        from reservation r join shipment s on s.id = r.shipment_id
        where s.sent_at is not null and r.open > 0 order by r.id""");
  }

  private Map<String, Integer> cancelled() {
    Map<String, Integer> cancelled = new TreeMap<>();
    scene
        .rows("select id, cancelled from order_line")
        .forEach(row -> cancelled.put(row.get(0), Integer.parseInt(row.get(1))));
    return cancelled;
  }

  // How many purchase orders are written of each order that is on hold.
  private Map<String, String> writtenOfHeld() {
    Map<String, String> written = new TreeMap<>();
    scene
        .rows(
            """
            select o.number, (select count(*) from shipment s where s.order_id = o.id and s.document_id is not null)
            from customer_order o where o.hold_reason is not null""")
        .forEach(row -> written.put(row.get(0), row.get(1)));
    return written;
  }

  private String told() {
    return scene.one("select count(*) from delivery where kind = 'cancellation'");
  }

  private List<List<String>> everything() {
    List<List<String>> all = new ArrayList<>(scene.rows("select * from order_line order by id"));
    all.addAll(scene.rows("select * from customer_order order by id"));
    all.addAll(scene.rows("select count(*) from delivery union all select count(*) from timeline"));
    return all;
  }

  private String supplier() {
    return random.nextBoolean() ? "north" : "south";
  }
}
