package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.Seeded;
import io.serai.hub.QueueModel.Promised;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Random histories of one SKU each, many side by side in one hub, held against a simple model at
 * every step: where each unit stands, who waits in which order, what the offer says. Beside each
 * runs a SKU that two suppliers ship, for which the balance must hold and nobody may wait for what
 * is there. Whoever has subscribed is told of all of it. In the end every unit has shipped or been
 * cancelled, and nobody was told anything twice.
 */
class HistoriesTest {
  private static final int SIDE_BY_SIDE = 250;
  private static final int STEPS = 12;

  @Seeded(tries = 2)
  void everyHistoryGoesAsTheModelSays(long seed) {
    try (Scene scene = Scene.usual()) {
      World world = new World(scene, new Random(seed));
      subscribe(scene);
      for (int step = 0; step < STEPS; step++) {
        world.step();
        world.compare();
        if (step % 3 == 0) {
          scene.bean(EventDesk.class, "events").tell();
          assertThat(scene.rows(EventsTest.TOLD_OTHERWISE)).isEmpty();
        }
      }
      world.toTheEnd();
      world.compare();
      assertThat(scene.rows("select o.number from customer_order o where ended_at is null limit 5"))
          .isEmpty();
      assertThat(toldTwice(scene)).isEmpty();
    }
  }

  private static void subscribe(Scene scene) {
    scene.database.useTransaction(
        handle ->
            EventsTest.subscriptions(scene)
                .create(handle, "all", "https://example.com/hook", List.of("*"), "Anna"));
  }

  // Units can be cancelled, and be back in stock, in parts, which read alike: of these no more may
  // be told than there are, or than have been delayed anew. A date can come back to what it was
  // before it changed, which is a change: two such letters that read alike have another between.
  private static List<List<String>> toldTwice(Scene scene) {
    return scene.rows(
        """
        with letter as (
          select id, order_id, payload from delivery where kind = 'mail' and order_id is not null)
        select order_id, payload ->> 'template' from letter
        where payload ->> 'template' not in ('cancelled', 'back-in-stock', 'delayed')
        group by order_id, payload having count(*) > 1
        union all
        select order_id, 'delayed' from (
          select order_id, payload, lag(payload) over (partition by order_id order by id) as before
          from letter where payload ->> 'template' = 'delayed') as delay
        where payload = before
        union all
        select order_id, 'cancelled' from letter
          cross join lateral jsonb_to_recordset(payload -> 'items') as item(quantity integer)
        where payload ->> 'template' = 'cancelled' group by order_id
        having sum(item.quantity) <> (select sum(cancelled) from order_line l where l.order_id = letter.order_id)
        union all
        select order_id, 'back-in-stock' from letter
          cross join lateral jsonb_to_recordset(payload -> 'items') as item(quantity integer)
        where payload ->> 'template' = 'back-in-stock' group by order_id
        having sum(item.quantity) > (select sum(ordered) from order_line l where l.order_id = letter.order_id)
          * (1 + (select count(*) from letter d where d.order_id = letter.order_id and d.payload ->> 'template' = 'delayed'))
        limit 5""");
  }

  /** One line of a purchase order that is with a supplier. */
  private record AtSupplier(
      String supplier, String po, int line, String sku, int open, int unanswered) {
    String answer(int units, String status) {
      return "%s,%d,%s,%d,%s,,".formatted(po, line, sku, units, status);
    }

    String notice(int units, int parcel) {
      return "%s,%d,%s,%d,UPS,1Z%d,2026-12-01T10:00:00Z,".formatted(po, line, sku, units, parcel);
    }
  }

  /** The histories, the hub they run in, and what each has done, for whoever reads a failure. */
  private static final class World {
    private final Scene scene;
    private final Random random;
    private final List<QueueModel> models = new ArrayList<>();
    private final List<List<String>> told = new ArrayList<>();
    private final Map<Integer, List<String>> numbers = new HashMap<>();
    private int count;

    World(Scene scene, Random random) {
      this.scene = scene;
      this.random = random;
      List<String> north = new ArrayList<>();
      List<String> south = new ArrayList<>();
      for (int i = 0; i < SIDE_BY_SIDE; i++) {
        models.add(new QueueModel());
        told.add(new ArrayList<>());
        numbers.put(i, new ArrayList<>());
        north.add(one(i) + ",0");
        north.add(two(i) + ",0");
        south.add(two(i) + ",0");
      }
      scene.stock("north", north.toArray(String[]::new));
      scene.stock("south", south.toArray(String[]::new));
    }

    private static String one(int history) {
      return "H%04d-A".formatted(history);
    }

    private static String two(int history) {
      return "H%04d-B".formatted(history);
    }

    void step() {
      scene.pass(
          Duration.ofMinutes(random.nextInt(3) == 0 ? random.nextInt(20) : random.nextInt(5000)));
      Instant now = scene.clock.instant();
      Day day = new Day();
      Map<String, List<AtSupplier>> open = atSuppliers();
      scene.keepDeadlines();
      for (int history = 0; history < SIDE_BY_SIDE; history++) {
        models.get(history).keepDeadlines(now);
        act(history, now, day, open);
      }
      day.play(scene);
      scene.release();
      models.forEach(model -> model.release(now));
      scene.sendPurchaseOrders();
      models.forEach(model -> model.send(now));
    }

    private void act(int history, Instant now, Day day, Map<String, List<AtSupplier>> open) {
      QueueModel model = models.get(history);
      switch (random.nextInt(12)) {
        case 0, 1, 2, 3 -> order(history, model, now, day);
        case 4, 5 -> {
          int units = random.nextInt(12);
          day.stock.get("north").add(one(history) + "," + units);
          day.after.add(() -> model.count(units, now));
          tell(history, now, "north counts " + units);
        }
        case 6 ->
            day.stock
                .get(random.nextBoolean() ? "north" : "south")
                .add(two(history) + "," + random.nextInt(12));
        case 7, 8 -> answer(history, model, now, day, open.getOrDefault(one(history), List.of()));
        case 9 -> ship(history, model, now, day, open.getOrDefault(one(history), List.of()));
        case 10 -> anyAtTwo(day, open.getOrDefault(two(history), List.of()));
        default -> cancel(history, model, now, day);
      }
    }

    private void order(int history, QueueModel model, Instant now, Day day) {
      String number = "%04d-%05d".formatted(history, ++count);
      int units = 1 + random.nextInt(6);
      boolean first = random.nextInt(4) == 0;
      if (random.nextInt(3) == 0) {
        day.orders.add(new Day.Sale(first ? "vip" : "dtc", number, two(history), units));
      } else {
        day.orders.add(new Day.Sale(first ? "vip" : "dtc", number, one(history), units));
        day.before.add(() -> model.order(number, first ? 5 : 0, units, now));
        if (!first) {
          numbers.get(history).add(number);
        }
        tell(history, now, number + " orders " + units + (first ? " first" : ""));
      }
    }

    private void answer(
        int history, QueueModel model, Instant now, Day day, List<AtSupplier> open) {
      List<AtSupplier> asked = open.stream().filter(line -> line.unanswered > 0).toList();
      if (asked.isEmpty()) {
        return;
      }
      AtSupplier line = asked.get(random.nextInt(asked.size()));
      Promised promised = promised(model, open, line);
      int refused = random.nextInt(3) == 0 ? 1 + random.nextInt(line.unanswered) : 0;
      boolean forGood = random.nextInt(3) == 0;
      if (line.unanswered > refused) {
        day.answers.get("north").add(line.answer(line.unanswered - refused, "accepted"));
      }
      if (refused > 0) {
        day.answers.get("north").add(line.answer(refused, forGood ? "rejected" : "backordered"));
      }
      day.before.add(
          () -> model.answer(promised, line.unanswered - refused, refused, forGood, now));
      tell(
          history,
          now,
          "north answers " + line + ", refusing " + refused + (forGood ? " for good" : ""));
    }

    private void ship(int history, QueueModel model, Instant now, Day day, List<AtSupplier> open) {
      if (!open.isEmpty()) {
        AtSupplier line = open.get(random.nextInt(open.size()));
        Promised promised = promised(model, open, line);
        int units = 1 + random.nextInt(line.open);
        day.notices.get("north").add(line.notice(units, ++count));
        day.before.add(() -> model.ship(promised, units));
        tell(history, now, "north ships " + units + " of " + line);
      }
    }

    private void anyAtTwo(Day day, List<AtSupplier> open) {
      if (!open.isEmpty()) {
        AtSupplier line = open.get(random.nextInt(open.size()));
        int units = 1 + random.nextInt(line.open);
        if (line.unanswered > 0 && random.nextBoolean()) {
          String status = List.of("accepted", "rejected", "backordered").get(random.nextInt(3));
          day.answers.get(line.supplier).add(line.answer(Math.min(units, line.unanswered), status));
        } else {
          day.notices.get(line.supplier).add(line.notice(units, ++count));
        }
      }
    }

    private void cancel(int history, QueueModel model, Instant now, Day day) {
      List<String> cancellable = numbers.get(history);
      if (!cancellable.isEmpty()) {
        String number = cancellable.remove(random.nextInt(cancellable.size()));
        day.cancelled.add(number);
        day.last.add(() -> model.cancel(number));
        tell(history, now, "the channel cancels " + number);
      }
    }

    // The database and the model know the same promises of a SKU in the same order.
    private static Promised promised(QueueModel model, List<AtSupplier> open, AtSupplier line) {
      return model.promises().stream()
          .filter(each -> each.sent() && each.open() > 0)
          .toList()
          .get(open.indexOf(line));
    }

    private Map<String, List<AtSupplier>> atSuppliers() {
      Map<String, List<AtSupplier>> open = new HashMap<>();
      scene
          .rows(
              """
              select r.supplier, s.po_number, r.line_number, r.sku, r.open, r.open - r.acknowledged
              from reservation r join shipment s on s.id = r.shipment_id
              where r.open > 0 and s.state = 'sent' order by r.id""")
          .forEach(
              row ->
                  open.computeIfAbsent(row.get(3), sku -> new ArrayList<>())
                      .add(
                          new AtSupplier(
                              row.get(0),
                              row.get(1),
                              Integer.parseInt(row.get(2)),
                              row.get(3),
                              Integer.parseInt(row.get(4)),
                              Integer.parseInt(row.get(5)))));
      return open;
    }

    /** Holds every history against its model. */
    void compare() {
      assertThat(scene.broken()).isEmpty();
      Map<Integer, Map<String, List<Integer>>> places = new HashMap<>();
      scene
          .rows(
              """
              select l.sku, o.number, l.planned, l.sent, l.acknowledged, l.shipped, l.backordered, l.cancelled
              from order_line l join customer_order o on o.id = l.order_id where l.sku like '%-A'""")
          .forEach(
              row ->
                  places
                      .computeIfAbsent(history(row.get(0)), any -> new TreeMap<>())
                      .put(row.get(1), row.subList(2, 8).stream().map(Integer::valueOf).toList()));
      Map<Integer, List<String>> queues = new HashMap<>();
      scene
          .rows(
              """
              select b.sku, o.number || ' ' || b.quantity from backorder b join customer_order o on o.id = b.order_id
              where b.quantity > 0 and b.sku like '%-A' order by b.sku, b.priority desc, b.promised_at, b.id""")
          .forEach(
              row ->
                  queues
                      .computeIfAbsent(history(row.get(0)), any -> new ArrayList<>())
                      .add(row.get(1)));
      Map<Integer, List<Integer>> offers = new HashMap<>();
      scene
          .rows("select sku, reported, on_hand, reserved from offer where sku like '%-A'")
          .forEach(
              row ->
                  offers.put(
                      history(row.get(0)),
                      row.subList(1, 4).stream().map(Integer::valueOf).toList()));
      for (int history = 0; history < SIDE_BY_SIDE; history++) {
        QueueModel model = models.get(history);
        String story = one(history) + ":\n" + String.join("\n", told.get(history));
        assertThat(queues.getOrDefault(history, List.of())).as(story).isEqualTo(model.waiting());
        assertThat(places.getOrDefault(history, Map.of())).as(story).isEqualTo(model.places());
        assertThat(offers.get(history)).as(story).isEqualTo(model.offer());
      }
      assertThat(nobodyWaitsForWhatIsThere()).isEmpty();
    }

    private List<List<String>> nobodyWaitsForWhatIsThere() {
      return scene.rows(
          """
          select b.sku, b.id, o.supplier from backorder b join offer o on o.sku = b.sku
          where b.quantity > 0 and o.on_hand > o.reserved and not exists (
            select 1 from refusal f where f.order_line_id = b.order_line_id and f.supplier = o.supplier) limit 5""");
    }

    /** Time passes until nobody waits any more, and everything that was asked for ships. */
    void toTheEnd() {
      for (int round = 0; round < 2; round++) {
        scene.pass(Duration.ofDays(15));
        Instant now = scene.clock.instant();
        scene.keepDeadlines().release().sendPurchaseOrders();
        models.forEach(
            model -> {
              model.keepDeadlines(now);
              model.release(now);
              model.send(now);
            });
        Day day = new Day();
        atSuppliers()
            .values()
            .forEach(
                lines ->
                    lines.forEach(
                        line ->
                            day.notices.get(line.supplier).add(line.notice(line.open, ++count))));
        day.play(scene);
        models.forEach(model -> model.promises().forEach(each -> model.ship(each, each.open())));
      }
    }

    private void tell(int history, Instant now, String what) {
      told.get(history).add(now + " " + what);
    }

    private static int history(String sku) {
      return Integer.parseInt(sku.substring(1, 5));
    }
  }

  /** What happens in one step, in the order in which it reaches the hub. */
  private static final class Day {
    record Sale(String channel, String number, String sku, int units) {}

    private final List<Sale> orders = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();
    private final Map<String, List<String>> answers = bySupplier();
    private final Map<String, List<String>> notices = bySupplier();
    private final Map<String, List<String>> stock = bySupplier();
    private final List<Runnable> before = new ArrayList<>();
    private final List<Runnable> after = new ArrayList<>();
    private final List<Runnable> last = new ArrayList<>();

    private static Map<String, List<String>> bySupplier() {
      return Map.of("north", new ArrayList<>(), "south", new ArrayList<>());
    }

    void play(Scene scene) {
      scene.sales(
          orders.stream()
              .map(sale -> Scene.sale(sale.channel, sale.number, sale.sku, sale.units))
              .toList());
      for (String supplier : List.of("north", "south")) {
        if (!answers.get(supplier).isEmpty()) {
          scene.acknowledge(supplier, answers.get(supplier).toArray(String[]::new));
        }
        if (!notices.get(supplier).isEmpty()) {
          scene.notice(supplier, notices.get(supplier).toArray(String[]::new));
        }
      }
      before.forEach(Runnable::run);
      for (String supplier : List.of("north", "south")) {
        if (!stock.get(supplier).isEmpty()) {
          scene.stock(supplier, stock.get(supplier).toArray(String[]::new));
        }
      }
      after.forEach(Runnable::run);
      cancelled.forEach(scene::cancelled);
      last.forEach(Runnable::run);
    }
  }
}
