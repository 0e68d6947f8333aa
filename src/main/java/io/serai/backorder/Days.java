package io.serai.backorder;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * How days are counted: in a zone, so that the time of day stays the same when its clocks change.
 *
 * @param workOnly whether only working days count
 * @param workdays the days of the week that are working days
 * @param holidays the days that are not, whatever their day of the week
 */
public record Days(
    ZoneId zone, boolean workOnly, Set<DayOfWeek> workdays, Set<LocalDate> holidays) {
  /** Keeps its own copies. */
  public Days {
    workdays = Set.copyOf(workdays);
    holidays = Set.copyOf(holidays);
    if (workdays.isEmpty()) {
      throw new IllegalArgumentException("workdays is empty; name at least one day of the week");
    }
  }

  /** Every day counts. */
  public static Days all(ZoneId zone) {
    return new Days(zone, false, EnumSet.allOf(DayOfWeek.class), Set.of());
  }

  /** The instant so many days later, at the same time of day. */
  public Instant after(Instant start, int days) {
    return moved(start, days, 1);
  }

  /** The instant so many days earlier, at the same time of day. */
  public Instant before(Instant end, int days) {
    return moved(end, days, -1);
  }

  /** The instant at which a day begins. */
  public Instant begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private Instant moved(Instant from, int days, int step) {
    ZonedDateTime local = from.atZone(zone);
    if (!workOnly) {
      return local.plusDays((long) step * days).toInstant();
    }
    LocalDate day = local.toLocalDate();
    for (int counted = 0; counted < days; ) {
      day = day.plusDays(step);
      counted += workdays.contains(day.getDayOfWeek()) && !holidays.contains(day) ? 1 : 0;
    }
    return local.with(day).toInstant();
  }
}
