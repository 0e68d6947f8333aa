package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.Seeded;
import io.serai.order.Substitutes;
import io.serai.plan.Rules;
import io.serai.supplier.Supplier.Answering;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Whatever two suppliers and a channel say of a few orders, in whatever order: the books hold. */
class AnswersHistoryTest {
  private static final String[] ANSWERS = {
    "accepted", "rejected", "backordered", "cancelled", "held"
  };
  private static final String[] CODES = {"A", "A", "A", "B", "C"};

  @Seeded(tries = 15)
  void theBooksHoldWhateverIsSaid(long seed) {
    Answering limit = new Answering(Optional.of(Duration.ofHours(24)), OptionalInt.of(3), true);
    try (Scene scene =
        new Scene(
            Rules.DEFAULT,
            new Substitutes(Map.of("A", List.of("B"))),
            Scene.supplier("north", 1, "1").answering(limit),
            Scene.supplier("south", 2, "2").answering(limit))) {
      scene.stock("north", "A,6", "B,9").stock("south", "A,6").order("1001", "A,3", "A,2");
      scene.order("1002", "A,4").sendPurchaseOrders();
      Random random = new Random(seed);
      for (int steps = 20 + random.nextInt(26); steps > 0; steps--) {
        new Step(scene, random).take();
        assertThat(scene.broken()).isEmpty();
      }
      assertNothingFailed(scene);
      assertNothingCountsTwice(scene);
    }
  }

  // What is quarantined has a cure of its own: none is the hub's failure.
  private static void assertNothingFailed(Scene scene) {
    assertThat(
            scene.rows(
                "select name, fault from document where status = 'quarantined' and cure like '%hub''s log%'"))
        .isEmpty();
    assertThat(scene.rows("select name from document where status = 'received'")).isEmpty();
  }

  private static void assertNothingCountsTwice(Scene scene) {
    assertThat(
            scene.rows(
                """
                select l.id from order_line l where l.shipped <> (
                  select coalesce(sum(r.shipped), 0) from reservation r where r.order_line_id = l.id)"""))
        .isEmpty();
    assertThat(
            scene.rows(
                """
                select p.reference from package p left join delivery d on d.key = 'tracking:' || p.reference
                where d.id is null"""))
        .isEmpty();
    assertThat(
            scene.rows(
                """
                select v.id from reservation v where v.recalled > 0 and not exists (
                  select 1 from recall r where r.reservation_id = v.id and r.settled_at is null)"""))
        .isEmpty();
    assertThat(
            scene.rows(
                """
                select f.supplier from refusal f join reservation r
                  on r.order_line_id = f.order_line_id and r.supplier = f.supplier
                join shipment s on s.id = r.shipment_id where r.open > 0 and s.state = 'planned'"""))
        .isEmpty();
  }

  /** One thing that happens. */
  private record Step(Scene scene, Random random) {
    void take() {
      switch (next(10)) {
        case 0 -> scene.order(Integer.toString(2000 + next(4)), "A," + (1 + next(4)));
        case 1 -> scene.stock(supplier(), "A," + next(12)).release();
        case 2 -> scene.release().sendPurchaseOrders();
        case 3, 4 -> {
          List<String> asked = asked();
          scene.acknowledge(asked.get(1), answer(asked.get(0)));
        }
        case 5, 6, 7 -> {
          List<String> asked = asked();
          scene.notice(asked.get(1), notice(asked.get(0)));
        }
        case 8 -> scene.cancelled(next(2) == 0 ? "1001" : "1002");
        default -> {
          scene.pass(Duration.ofHours(next(60))).keepAnswers().keepDeadlines();
          scene.sendRecalls();
        }
      }
    }

    private String answer(String asked) {
      return asked
          + ",A,"
          + (1 + next(4))
          + ","
          + ANSWERS[next(4)]
          + ","
          + (next(3) == 0 ? "2026-12-24" : "")
          + ",";
    }

    private String notice(String asked) {
      return asked
          + ","
          + CODES[next(5)]
          + ","
          + (1 + next(4))
          + ",UPS,1Z"
          + next(3)
          + ",2026-11-24T10:00:00Z,"
          + (next(3) == 0 ? "" : 1 + next(2));
    }

    private List<String> asked() {
      List<List<String>> lines =
          scene.rows(
              "select s.po_number || ',' || r.line_number, s.supplier from reservation r"
                  + " join shipment s on s.id = r.shipment_id where s.sent_at is not null order by r.id");
      return lines.get(next(lines.size()));
    }

    private String supplier() {
      return next(2) == 0 ? "north" : "south";
    }

    private int next(int bound) {
      return random.nextInt(bound);
    }
  }
}
