package io.serai.cli.demo;

import org.jdbi.v3.core.Handle;

/**
 * How far a hub has come with the orders of a sandbox.
 *
 * @param settled orders that have ended, or that are none for us, or that a person must look at, or
 *     that were cancelled in the store before the hub had seen them
 * @param atWork documents that wait to be applied, and deliveries that are owed
 */
public record DemoState(int settled, int atWork) {

  /** Reads it from the hub's database. */
  public static DemoState read(Handle handle) {
    int ended = count(handle, "select count(*) from customer_order where ended_at is not null");
    int aside =
        count(
            handle,
            "select count(*) from document where kind = 'order' and status in ('ignored', 'quarantined')");
    int cancelledBefore =
        count(
            handle,
            """
            select count(distinct (d.account, d.name)) from document d
            where d.kind = 'order' and d.status = 'applied' and not exists (
              select 1 from customer_order o where o.channel = d.account and o.number = d.name)""");
    int documents =
        count(handle, "select count(*) from document where status in ('received', 'ready')");
    int deliveries =
        count(handle, "select count(*) from delivery where state in ('owed', 'sending')");
    return new DemoState(ended + aside + cancelledBefore, documents + deliveries);
  }

  private static int count(Handle handle, String query) {
    return handle.createQuery(query).mapTo(Integer.class).one();
  }
}
