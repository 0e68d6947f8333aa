package io.serai.cli.demo;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/**
 * How far a hub has come with the orders of a sandbox.
 *
 * @param settledBy orders of each channel that have ended, or that are none for us, or that a
 *     person must look at, or that were cancelled at the channel before the hub had seen them
 * @param atWork documents that wait to be applied, and deliveries that are owed
 * @param unheard interchanges that were sent and not acknowledged, but for acknowledgments
 */
public record DemoState(Map<String, Integer> settledBy, int atWork, int unheard) {

  /** Reads it from the hub's database. */
  public static DemoState read(Handle handle) {
    Map<String, Integer> settled =
        handle
            .createQuery(
                """
                select channel, count(*) as orders from (
                  select channel, number from customer_order where ended_at is not null
                  union
                  select d.account, d.name from document d
                  where d.kind = 'order' and d.status in ('ignored', 'quarantined', 'applied')
                    and not exists (
                      select 1 from customer_order o where o.channel = d.account and o.number = d.name)
                ) as settled group by channel""")
            .setMapKeyColumn("channel")
            .setMapValueColumn("orders")
            .collectInto(new GenericType<Map<String, Integer>>() {});
    int documents =
        count(handle, "select count(*) from document where status in ('received', 'ready')");
    int deliveries =
        count(handle, "select count(*) from delivery where state in ('owed', 'sending')");
    int unheard =
        count(
            handle,
            "select count(*) from sent_interchange where outcome is null and type not in ('997', 'CONTRL')");
    return new DemoState(settled, documents + deliveries, unheard);
  }

  /** Orders of all channels that are settled. */
  public int settled() {
    return settledBy.values().stream().mapToInt(orders -> orders).sum();
  }

  /** Orders of one channel that are settled. */
  public int settled(String channel) {
    return settledBy.getOrDefault(channel, 0);
  }

  private static int count(Handle handle, String query) {
    return handle.createQuery(query).mapTo(Integer.class).one();
  }
}
