package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many at once: what is on hand is promised, and not a unit more. */
class ConcurrencyTest {
  @Test
  void sixteenWritersOnOneHundredUnitsPromiseExactlyOneHundred() throws Exception {
    try (Scene scene = Scene.usual()) {
      scene.stock("north", "A,100");
      AtomicInteger number = new AtomicInteger(1000);
      inParallel(
          16,
          () -> {
            for (int i = 0; i < 12; i++) {
              scene.orderOf("dtc", "N" + number.incrementAndGet(), "A,1");
            }
            return null;
          });

      assertThat(scene.one("select sum(planned) from order_line")).isEqualTo("100");
      assertThat(scene.one("select sum(backordered) from order_line")).isEqualTo("92");
      assertThat(scene.broken()).isEmpty();
    }
  }

  @Test
  void ordersStockFilesReleasesAndSendingInterleaveWithoutDeadlockOrLoss() throws Exception {
    try (Scene scene = Scene.usual()) {
      String[] all = {"A,20", "B,20", "C,20", "D,20", "E,20"};
      scene.stock("north", all).stock("south", all);
      AtomicInteger number = new AtomicInteger(1000);
      List<Callable<Void>> works = new ArrayList<>();
      for (int worker = 0; worker < 4; worker++) {
        Random random = new Random(worker);
        works.add(
            () -> {
              for (int i = 0; i < 25; i++) {
                scene.orderOf("dtc", "N" + number.incrementAndGet(), any(random), any(random));
              }
              return null;
            });
      }
      for (String supplier : List.of("north", "south")) {
        Random random = new Random(supplier.hashCode());
        works.add(
            () -> {
              for (int i = 0; i < 25; i++) {
                synchronized (supplier.intern()) {
                  scene.rawFile(
                      supplier,
                      "STOCK-" + supplier + i + ".csv",
                      "sku,quantity\nA,"
                          + random.nextInt(40)
                          + "\nC,"
                          + random.nextInt(40)
                          + "\nE,"
                          + random.nextInt(40)
                          + "\n");
                }
              }
              return null;
            });
      }
      works.add(
          () -> {
            for (int i = 0; i < 25; i++) {
              scene.release();
            }
            return null;
          });
      works.add(
          () -> {
            for (int i = 0; i < 25; i++) {
              scene.sendPurchaseOrders();
            }
            return null;
          });
      run(works);

      assertThat(scene.one("select count(*) from customer_order")).isEqualTo("100");
      assertThat(scene.broken()).isEmpty();
      assertThat(scene.one("select count(*) from document where status = 'quarantined'"))
          .isEqualTo("0");
    }
  }

  private static String any(Random random) {
    return "ABCDE".charAt(random.nextInt(5)) + "," + (1 + random.nextInt(3));
  }

  private static void inParallel(int writers, Callable<Void> work) throws Exception {
    run(java.util.Collections.nCopies(writers, work));
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
