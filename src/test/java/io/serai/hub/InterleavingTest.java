package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.Seeded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Orders, what channels change about them, stock files, answers, ship notices, releases, sending
 * and deadlines at the same time, each on connections of its own: nothing is oversold, nothing
 * leaks, nobody waits for another for ever.
 */
class InterleavingTest {
  private static final int ROUNDS = 20;
  private static final List<String> SUPPLIERS = List.of("north", "south");

  @Seeded(tries = 2)
  void nothingIsOversoldOrLeaksHoweverTheWorkInterleaves(long seed) throws Exception {
    try (Scene scene = Scene.usual()) {
      String[] all = {"A,20", "B,20", "C,20", "D,20", "E,20"};
      scene.stock("north", all).stock("south", all);
      List<Callable<Void>> works = new ArrayList<>();
      AtomicInteger number = new AtomicInteger(1000);
      for (int writer = 0; writer < 3; writer++) {
        Random random = new Random(seed + writer);
        works.add(repeated(() -> buyAndCancel(scene, random, number)));
      }
      for (String supplier : SUPPLIERS) {
        Random random = new Random(seed * 31 + supplier.hashCode());
        works.add(repeated(() -> speak(scene, supplier, random)));
      }
      works.add(repeated(scene::release));
      works.add(repeated(scene::sendPurchaseOrders));
      works.add(repeated(() -> scene.pass(Duration.ofHours(20)).keepDeadlines()));
      run(works);
      assertThat(scene.broken()).isEmpty();

      for (int round = 0; round < 3; round++) {
        scene.pass(Duration.ofDays(15)).keepDeadlines().release().sendPurchaseOrders();
        SUPPLIERS.forEach(supplier -> shipAll(scene, supplier));
      }
      assertThat(scene.broken()).isEmpty();
      assertThat(scene.rows("select number from customer_order where ended_at is null")).isEmpty();
      assertThat(scene.one("select sum(reserved) from offer")).isEqualTo("0");
      assertThat(
              scene.rows(
                  "select name, fault from document where status = 'quarantined' and fault not like '%units where%'"))
          .isEmpty();
    }
  }

  private static void buyAndCancel(Scene scene, Random random, AtomicInteger number) {
    String bought = "N" + number.incrementAndGet();
    String first = any(random);
    String second = any(random);
    scene.orderOf("dtc", bought, first, second);
    switch (random.nextInt(4)) {
      case 0 -> scene.cancelled(bought);
      case 1 -> {
        Sale edited = Sale.of(bought, first + ",1", second, any(random));
        scene.accept(edited.onHold("fraud check").at(1).incoming());
        scene.accept(edited.at(2).incoming());
      }
      default -> {}
    }
  }

  // A supplier says one thing after the other, in files.
  private static void speak(Scene scene, String supplier, Random random) {
    List<String> answers = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    for (List<String> line : asked(scene, supplier)) {
      int open = Integer.parseInt(line.get(3));
      int units = 1 + random.nextInt(open);
      String place = String.join(",", line.subList(0, 3)) + "," + units;
      switch (random.nextInt(5)) {
        case 0 -> answers.add(place + ",accepted,,");
        case 1 -> answers.add(place + ",backordered,,");
        case 2 -> answers.add(place + ",rejected,,gone");
        default ->
            notices.add(place + ",UPS,1Z" + random.nextInt(1_000_000) + ",2026-12-01T10:00:00Z,");
      }
    }
    if (!answers.isEmpty()) {
      scene.acknowledge(supplier, answers.toArray(String[]::new));
    }
    if (!notices.isEmpty()) {
      scene.notice(supplier, notices.toArray(String[]::new));
    }
    scene.stock(supplier, any(random, 30), any(random, 30), any(random, 30));
  }

  private static void shipAll(Scene scene, String supplier) {
    List<String> notices = new ArrayList<>();
    for (List<String> line : asked(scene, supplier)) {
      notices.add(
          String.join(",", line)
              + ",UPS,1Z"
              + line.get(0)
              + line.get(1)
              + ",2026-12-01T10:00:00Z,");
    }
    if (!notices.isEmpty()) {
      scene.notice(supplier, notices.toArray(String[]::new));
    }
  }

  private static List<List<String>> asked(Scene scene, String supplier) {
    return scene.rows(
        """
        select s.po_number, r.line_number, r.sku, r.open from reservation r join shipment s on s.id = r.shipment_id
        where s.supplier = '%s' and s.state = 'sent' and r.open > 0 order by r.id limit 40"""
            .formatted(supplier));
  }

  private static String any(Random random) {
    return any(random, 3);
  }

  private static String any(Random random, int most) {
    return "ABCDE".charAt(random.nextInt(5)) + "," + (1 + random.nextInt(most));
  }

  private static Callable<Void> repeated(Runnable work) {
    return () -> {
      for (int round = 0; round < ROUNDS; round++) {
        work.run();
      }
      return null;
    };
  }

  private static void run(List<Callable<Void>> works) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(works.size());
    try {
      for (Future<Void> done : pool.invokeAll(works)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
