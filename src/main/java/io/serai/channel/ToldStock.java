package io.serai.channel;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What each channel was last told it may sell, and what it has sold since. */
public final class ToldStock {
  private final Clock clock;

  public ToldStock(Clock clock) {
    this.clock = clock;
  }

  /** Units of a SKU in an order of a channel. */
  public record Sold(String channel, String sku, int units) {}

  /**
   * A sale of more than the channel had been told.
   *
   * @param told what it had been told
   * @param sold what it has sold since, these units included
   * @param units those of them that were not there
   */
  record Excess(String channel, String sku, int told, int sold, int units) {}

  /** What a channel was told of SKUs; one of which it was told nothing is absent. */
  Map<String, Integer> of(Handle handle, String channel, Collection<String> skus) {
    Map<String, Integer> told = new TreeMap<>();
    handle
        .createQuery(
            "select sku, quantity from pushed_stock where channel = :channel and sku = any(:skus)")
        .bind("channel", channel)
        .bind("skus", skus.toArray(String[]::new))
        .map((row, context) -> Map.entry(row.getString("sku"), row.getInt("quantity")))
        .forEach(entry -> told.put(entry.getKey(), entry.getValue()));
    return told;
  }

  /** Notes what a channel is told now, in the order of SKUs, in which everybody locks it. */
  void tell(Handle handle, String channel, List<Map.Entry<String, Integer>> news) {
    handle
        .createUpdate(
            """
            insert into pushed_stock (channel, sku, quantity, at)
            select :channel, sku, quantity, :at from unnest(:skus, :quantities) as told(sku, quantity)
            on conflict (channel, sku) do update set quantity = excluded.quantity, at = excluded.at, sold = 0""")
        .bind("channel", channel)
        .bind("at", clock.instant())
        .bind("skus", news.stream().map(Map.Entry::getKey).toArray(String[]::new))
        .bind("quantities", news.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
        .execute();
  }

  /** Counts what channels have sold, and finds what they had not been told. */
  List<Excess> sell(Handle handle, List<Sold> sold) {
    return handle
        .createQuery(
            """
            with sold as (
              select channel, sku, sum(units)::integer as units
              from unnest(:channels, :skus, :units) as s(channel, sku, units) group by channel, sku),
            locked as (
              select p.channel, p.sku, p.quantity as told, p.sold, s.units
              from pushed_stock p join sold s on s.channel = p.channel and s.sku = p.sku
              order by p.channel, p.sku for update of p),
            counted as (
              update pushed_stock p set sold = p.sold + l.units from locked l
              where p.channel = l.channel and p.sku = l.sku)
            select channel, sku, told, sold + units as sold, least(units, sold + units - told) as units
            from locked where sold + units > told""")
        .bind("channels", sold.stream().map(Sold::channel).toArray(String[]::new))
        .bind("skus", sold.stream().map(Sold::sku).toArray(String[]::new))
        .bind("units", sold.stream().map(Sold::units).toArray(Integer[]::new))
        .map(
            (row, context) ->
                new Excess(
                    row.getString("channel"),
                    row.getString("sku"),
                    row.getInt("told"),
                    row.getInt("sold"),
                    row.getInt("units")))
        .list();
  }
}
