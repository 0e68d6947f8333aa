package io.serai.backup;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * What is done to a restored database before a hub runs on it. The outside has gone on since the
 * backup was made, unless the hub had been stopped before and has not run since.
 */
public enum Aftermath {
  /** The hub was stopped before the backup, and has not run since: it goes on as it was. */
  MOVED,
  /**
   * The hub has run since. What was owed then is put before a person, since most of it has been
   * sent; numbers that were given out since are passed over, so that none stands for two things.
   */
  WENT_ON;

  /** So many numbers of purchase orders are passed over. */
  public static final int PURCHASE_ORDERS = 100_000;

  /** So many control numbers of each kind are passed over. */
  public static final int CONTROL_NUMBERS = 1_000;

  void settle(Handle handle, Instant madeAt) {
    tellAllStock(handle);
    if (this == WENT_ON) {
      hold(handle, madeAt);
      passOver(handle);
    } else {
      handle.execute("update delivery set state = 'owed' where state = 'sending'");
    }
  }

  // Changes are read by the numbers of transactions, which another database counts anew. What a
  // channel was told since is not known: it is told everything.
  private static void tellAllStock(Handle handle) {
    handle.execute("delete from stock_change");
    handle.execute("delete from poll where what in ('stock', 'stock-sweep')");
    handle.execute(
        """
        update delivery set state = 'done', done_at = at, note = 'Restored: all stock is told anew.'
        where kind = 'stock' and state in ('owed', 'sending', 'quarantined')""");
  }

  // A fetch of an order changes nothing outside, and is made again.
  private static void hold(Handle handle, Instant madeAt) {
    handle
        .createUpdate(
            """
            update delivery set state = 'quarantined', fault = :fault, cure = :cure
            where state in ('owed', 'sending') and kind <> 'order-news'""")
        .bind(
            "fault",
            "It was owed when the backup of " + madeAt + " was made, and has probably been sent.")
        .bind("cure", "Ask whether the other side has it: dismiss it if so, else replay it.")
        .execute();
    handle.execute("update delivery set state = 'owed' where state = 'sending'");
  }

  private static void passOver(Handle handle) {
    handle.execute(
        "select setval('shipment_id', nextval('shipment_id') + ?)", (long) PURCHASE_ORDERS);
    handle.execute(
        """
        update control_number set next = (next + ? - 1) % 999999999 + 1
        where what in ('interchange', 'group', 'set')""",
        CONTROL_NUMBERS);
  }
}
