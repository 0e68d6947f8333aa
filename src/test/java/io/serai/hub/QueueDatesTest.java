package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;

/** The dates of whole queues in the database, against a model of units in a row. */
class QueueDatesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  /** An order for some units. */
  record Wanted(boolean vip, int units) {}

  /** What a supplier's stock file says of a restock; no units: it does not say how many. */
  record Said(int day, int units) {
    String row(String sku) {
      return sku + ",0,,," + DAY.plusDays(day) + "," + (units == 0 ? "" : units);
    }
  }

  private static final List<Scene> SCENES = new ArrayList<>();
  private static final List<String> SKUS = new ArrayList<>();

  @BeforeContainer
  static void begin() {
    SCENES.add(DatesTest.scene("{}"));
  }

  @AfterContainer
  static void end() {
    SCENES.forEach(Scene::close);
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void everyoneIsExpectedWithTheRestockThatCoversTheLastOfTheirUnits(
      @ForAll("queues") List<Wanted> queue,
      @ForAll("words") Said north,
      @ForAll("words") Said south,
      @ForAll("words") Said northLater) {
    Scene scene = SCENES.get(0);
    String sku = "S" + SKUS.size();
    SKUS.add(sku);
    scene.stock("north", north.row(sku)).stock("south", south.row(sku));
    for (int i = 0; i < queue.size(); i++) {
      Wanted wanted = queue.get(i);
      scene.orderOf(wanted.vip ? "vip" : "dtc", sku + "-" + i, sku + "," + wanted.units);
    }
    scene.keepDeadlines();
    assertThat(dates(scene, sku)).isEqualTo(model(queue, north, south));

    scene.stock("north", northLater.row(sku)).keepDeadlines();
    assertThat(dates(scene, sku)).isEqualTo(model(queue, northLater, south));
  }

  @Test
  void fiftyThousandWhoWaitAreAllEstimated() {
    try (Scene scene = DatesTest.scene("{cancelAfterDays: 60}")) {
      scene.stock("north", "A,0").order("1001", "A,1");
      crowd(scene, 50_000);
      scene.stock("north", "A,0,,,2026-12-01,20000").stock("south", "A,0,,,2026-12-08");
      BackorderDesk desk = scene.bean(BackorderDesk.class, "backorders");
      desk.estimate();

      assertThat(
              scene.rows(
                  "select eta, count(*) from backorder where sku = 'A' group by eta order by eta"))
          .containsExactly(List.of("2026-12-01", "20000"), List.of("2026-12-08", "30001"));
      assertThat(scene.one("select count(*) from restock_news")).isEqualTo("0");
    }
  }

  private static void crowd(Scene scene, int size) {
    scene.database.useTransaction(
        handle -> {
          handle.execute(
              """
              insert into customer_order (id, channel, number, external_id, revision, placed_at, received_at, currency,
                customer, ship_to, country)
              select 1000000 + i, channel, 'crowd-' || i, external_id, revision, placed_at, received_at, currency,
                customer, ship_to, country
              from customer_order, generate_series(1, ?) as i where number = '1001'""",
              size);
          handle.execute(
              """
              insert into order_line (id, order_id, line, external_id, sku, title, unit_price, ordered, backordered)
              select 1000000 + i, 1000000 + i, line, external_id, sku, title, unit_price, 1, 1
              from order_line, generate_series(1, ?) as i where order_id < 1000000""",
              size);
          handle.execute(
              """
              insert into backorder (order_id, order_line_id, sku, quantity, first_quantity, priority, promised_at,
                notify_at, cancel_at)
              select 1000000 + i, 1000000 + i, sku, 1, 1, 0, promised_at, notify_at, cancel_at
              from backorder, generate_series(1, ?) as i where order_id < 1000000""",
              size);
        });
  }

  private static List<String> dates(Scene scene, String sku) {
    return scene
        .rows(
            "select order_id, case when bool_and(eta is not null) then max(eta) end from backorder where sku = '"
                + sku
                + "' group by 1 order by 1")
        .stream()
        .map(row -> row.get(1))
        .toList();
  }

  /** By order: the date of the unit that is in the place of its last one, in a row of all units. */
  private static List<String> model(List<Wanted> queue, Said north, Said south) {
    List<String> units = new ArrayList<>();
    Stream.of(north, south)
        .sorted(Comparator.comparing(Said::day))
        .forEach(
            said -> {
              for (int i = 0; i < (said.units == 0 ? 1_000 : said.units); i++) {
                units.add(DAY.plusDays(said.day).toString());
              }
            });
    String[] dates = new String[queue.size()];
    int place = 0;
    for (boolean vip : new boolean[] {true, false}) {
      for (int i = 0; i < queue.size(); i++) {
        if (queue.get(i).vip == vip) {
          place += queue.get(i).units;
          dates[i] = place <= units.size() ? units.get(place - 1) : null;
        }
      }
    }
    return java.util.Arrays.asList(dates);
  }

  @Provide
  Arbitrary<List<Wanted>> queues() {
    return Combinators.combine(Arbitraries.of(true, false), Arbitraries.integers().between(1, 4))
        .as(Wanted::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(7);
  }

  @Provide
  Arbitrary<Said> words() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 9), Arbitraries.integers().between(0, 6))
        .as(Said::new);
  }
}
