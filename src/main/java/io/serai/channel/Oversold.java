package io.serai.channel;

import io.serai.alert.Alert;
import io.serai.alert.Alerts;
import io.serai.channel.ToldStock.Excess;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * A channel sold what it had not been told: the units wait like any others, the merchant is told
 * once a day and SKU, and the channel's buffer for the SKU may learn from it.
 */
public final class Oversold {
  private final Clock clock;
  private final ZoneId zone;
  private final Sharing sharing;
  private final ToldStock told;
  private final Alerts alerts;

  public Oversold(Clock clock, ZoneId zone, Sharing sharing, ToldStock told, Alerts alerts) {
    this.clock = clock;
    this.zone = zone;
    this.sharing = sharing;
    this.told = told;
    this.alerts = alerts;
  }

  /** Counts what a batch of orders has sold. */
  public void count(Handle handle, List<ToldStock.Sold> sold) {
    List<Excess> excesses = sold.isEmpty() ? List.of() : told.sell(handle, sold);
    if (!excesses.isEmpty()) {
      learn(handle, excesses);
      alerts.raise(handle, excesses.stream().map(this::alert).toList());
    }
  }

  /** The units kept from a channel because it oversold: one less for each day that it did not. */
  Map<String, Integer> learned(Handle handle, ChannelTerms channel, Collection<String> skus) {
    Map<String, Integer> learned = new TreeMap<>();
    if (channel.mostLearned() > 0) {
      handle
          .createQuery(
              """
              select sku, learned - floor(extract(epoch from cast(:now as timestamptz) - last_at) / 86400) as units
              from oversell where channel = :channel and sku = any(:skus)""")
          .bind("now", clock.instant())
          .bind("channel", channel.id())
          .bind("skus", skus.toArray(String[]::new))
          .map((row, context) -> Map.entry(row.getString("sku"), row.getInt("units")))
          .forEach(entry -> learned.put(entry.getKey(), Math.max(0, entry.getValue())));
    }
    return learned;
  }

  private void learn(Handle handle, List<Excess> excesses) {
    handle
        .createUpdate(
            """
            insert into oversell as o (channel, sku, times, units, learned, last_at)
            select channel, sku, 1, units, least(units, most), :now
            from unnest(:channels, :skus, :units, :most) as e(channel, sku, units, most) order by channel, sku
            on conflict (channel, sku) do update set times = o.times + 1, units = o.units + excluded.units,
              last_at = excluded.last_at,
              learned = least(excluded.units + greatest(0,
                  o.learned - floor(extract(epoch from excluded.last_at - o.last_at) / 86400)::integer),
                (select most from unnest(:channels, :most) as m(channel, most) where m.channel = o.channel limit 1))""")
        .bind("now", clock.instant())
        .bind("channels", excesses.stream().map(Excess::channel).toArray(String[]::new))
        .bind("skus", excesses.stream().map(Excess::sku).toArray(String[]::new))
        .bind("units", excesses.stream().map(Excess::units).toArray(Integer[]::new))
        .bind(
            "most",
            excesses.stream()
                .map(excess -> sharing.mostLearned(excess.channel()))
                .toArray(Integer[]::new))
        .execute();
  }

  private Alert alert(Excess excess) {
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    return new Alert(
        "oversold",
        "oversold:" + excess.channel() + ":" + excess.sku() + ":" + today,
        Optional.empty(),
        excess.channel()
            + " was told "
            + excess.told()
            + " of "
            + excess.sku()
            + " and has sold "
            + excess.sold()
            + ": what is not there waits for stock. If it happens often, push stock more often or keep a buffer.");
  }
}
