package io.serai.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TestDatabase;
import io.serai.database.Database;
import io.serai.sandbox.world.WorldSummary;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the demo prints at its end. */
class DemoSummaryTest {
  private static final WorldSummary NOTHING =
      new WorldSummary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), 0);

  @Test
  void aLineIsNamedWhileItIsHeldOrWhenItWasCancelledSoAndNotOnceItWasReleased() {
    try (Database database = TestDatabase.fresh()) {
      database.useTransaction(
          handle ->
              handle.execute(
                  """
                  insert into customer_order (id, channel, number, external_id, revision, placed_at,
                    received_at, currency, customer, ship_to, country)
                  values (1, 'dtc', '1001', 'x', '1', now(), now(), 'USD', '{}', '{}', 'US');
                  insert into order_line (id, order_id, line, external_id, sku, title, unit_price,
                    ordered, held, cancelled, shipped, hold_reason)
                  values (1, 1, '1', 'a', 'HELD', '', 1, 2, 2, 0, 0, 'nobody'),
                    (2, 1, '2', 'b', 'CANCELLED', '', 1, 2, 0, 2, 0, 'nobody'),
                    (3, 1, '3', 'c', 'SHIPPED', '', 1, 2, 0, 0, 2, 'nobody'),
                    (4, 1, '4', 'd', 'LATE', '', 1, 2, 0, 2, 0, 'nobody'),
                    (5, 1, '5', 'e', 'USUAL', '', 1, 2, 0, 2, 0, null);
                  insert into backorder (order_id, order_line_id, sku, quantity, priority,
                    promised_at, notify_at, cancel_at, first_quantity, cancelled)
                  values (1, 4, 'LATE', 0, 0, now(), now(), now(), 2, 2)"""));
      StringWriter printed = new StringWriter();
      database.useTransaction(
          handle ->
              new DemoSummary(handle, NOTHING, new PrintWriter(printed)).print(Duration.ZERO));

      assertThat(printed.toString().lines().filter(line -> line.contains("no supplier offers")))
          .containsExactly(
              "    order 1001, line 1: no supplier offers the SKU HELD",
              "    order 1001, line 2: no supplier offers the SKU CANCELLED");
    }
  }
}
