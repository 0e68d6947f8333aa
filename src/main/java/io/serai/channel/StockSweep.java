package io.serai.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Once a day each channel is told everything, changed or not, since it may have forgotten or have
 * been changed by others. Where it stands is kept, so that a restart neither repeats nor skips it.
 */
final class StockSweep {
  private static final String WHAT = "stock-sweep";
  private static final int MOST_SKUS = 2_000;
  private static final Duration KEPT = Duration.ofDays(7);

  private final Clock clock;
  private final ZoneId zone;
  private final PollStore polls;

  StockSweep(Clock clock, ZoneId zone, PollStore polls) {
    this.clock = clock;
    this.zone = zone;
    this.polls = polls;
  }

  // The cursor: the day of the sweep, and behind it the SKU that was told last, while it runs.
  private record Place(Optional<LocalDate> day, Optional<String> after) {
    static Place of(String cursor) {
      int tab = cursor.indexOf('\t');
      return new Place(
          cursor.isEmpty()
              ? Optional.empty()
              : Optional.of(LocalDate.parse(tab < 0 ? cursor : cursor.substring(0, tab))),
          tab < 0 ? Optional.empty() : Optional.of(cursor.substring(tab + 1)));
    }
  }

  /**
   * The next SKUs to tell, by SKU, when a sweep is due or runs.
   *
   * @param hour from which hour of the merchant's day it is due
   */
  Optional<SkuPage> next(Handle handle, String channel, int hour) {
    Place place = Place.of(polls.cursor(handle, channel, WHAT));
    LocalDate today = clock.instant().atZone(zone).minusHours(hour).toLocalDate();
    if (place.after().isEmpty() && place.day().filter(day -> !day.isBefore(today)).isPresent()) {
      return Optional.empty();
    }
    LocalDate day = place.after().isPresent() ? place.day().orElseThrow() : today;
    List<String> skus = skus(handle, place.after().orElse(""));
    boolean more = skus.size() == MOST_SKUS;
    if (!more) {
      forgetOldChanges(handle);
    }
    polls.move(handle, channel, WHAT, more ? day + "\t" + skus.get(MOST_SKUS - 1) : day.toString());
    return Optional.of(new SkuPage(skus, more));
  }

  // A channel that has not looked for so long is told everything by its sweeps.
  private void forgetOldChanges(Handle handle) {
    handle.execute("delete from stock_change where at < ?", clock.instant().minus(KEPT));
  }

  private static List<String> skus(Handle handle, String after) {
    return handle
        .createQuery("select distinct sku from offer where sku > :after order by sku limit :most")
        .bind("after", after)
        .bind("most", MOST_SKUS)
        .mapTo(String.class)
        .list();
  }
}
