package io.serai.order;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The hours of a day in which customers are left in peace, in the merchant's time zone. They may
 * run over midnight; hours that begin when they end are none.
 */
public record QuietHours(LocalTime from, LocalTime to) {
  /** Customers may be told at any hour. */
  public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  /** When the quiet hours end that this time falls into, if it falls into any. */
  public Optional<Instant> endOf(Instant time, ZoneId zone) {
    ZonedDateTime local = time.atZone(zone);
    if (!contains(local.toLocalTime())) {
      return Optional.empty();
    }
    ZonedDateTime end = local.with(to);
    return Optional.of((end.isAfter(local) ? end : local.plusDays(1).with(to)).toInstant());
  }

  private boolean contains(LocalTime time) {
    boolean isAfterFrom = !time.isBefore(from);
    boolean isBeforeTo = time.isBefore(to);
    return from.isBefore(to)
        ? isAfterFrom && isBeforeTo
        : from.isAfter(to) && (isAfterFrom || isBeforeTo);
  }
}
