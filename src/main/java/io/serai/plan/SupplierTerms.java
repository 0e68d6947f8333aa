package io.serai.plan;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What holds for a supplier whatever the SKU.
 *
 * @param enabled false when it gets no new orders
 * @param countries where it ships to, ISO 3166-1 alpha-2; empty for everywhere
 * @param minimumOrder the least value of goods it sends for, without its handling fee; 0 for any
 * @param cutOff orders after this time of its day count as the next day's
 * @param zone where its clock and calendar are
 * @param workdays days on which it works
 * @param holidays days on which it does not
 */
public record SupplierTerms(
    boolean enabled,
    Set<String> countries,
    BigDecimal minimumOrder,
    Optional<LocalTime> cutOff,
    ZoneId zone,
    Set<DayOfWeek> workdays,
    Set<LocalDate> holidays) {
  /** Enabled, everywhere, any value, every day. */
  public static final SupplierTerms DEFAULT =
      new SupplierTerms(
          true,
          Set.of(),
          BigDecimal.ZERO,
          Optional.empty(),
          ZoneOffset.UTC,
          EnumSet.allOf(DayOfWeek.class),
          Set.of());

  /** Keeps its own copies. */
  public SupplierTerms {
    countries = Set.copyOf(countries);
    workdays = Set.copyOf(workdays);
    holidays = Set.copyOf(holidays);
    if (workdays.isEmpty()) {
      throw new IllegalArgumentException("workdays is empty; name at least one day of the week");
    }
  }

  /** Does it ship there? An unknown destination, the empty word, counts as yes. */
  public boolean serves(String country) {
    return countries.isEmpty() || country.isEmpty() || countries.contains(country);
  }

  /** The supplier's own date at an instant. */
  public LocalDate today(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /**
   * The calendar days from an instant until the supplier dispatches: the day on which it takes the
   * order up, plus the stated working days.
   */
  public int leadDays(Instant at, int workingDays) {
    if (cutOff.isEmpty() && holidays.isEmpty() && workdays.size() == 7) {
      return workingDays;
    }
    ZonedDateTime local = at.atZone(zone);
    LocalDate today = local.toLocalDate();
    boolean late = cutOff.isPresent() && !local.toLocalTime().isBefore(cutOff.get());
    LocalDate day = workday(late ? today.plusDays(1) : today);
    for (int i = 0; i < workingDays; i++) {
      day = workday(day.plusDays(1));
    }
    return (int) ChronoUnit.DAYS.between(today, day);
  }

  /** The next cut-off on a working day, at or after an instant; empty when it has none. */
  public Optional<Instant> nextCutOff(Instant at) {
    return cutOff.map(
        time -> {
          ZonedDateTime local = at.atZone(zone);
          boolean late = local.toLocalTime().isAfter(time);
          LocalDate from = late ? local.toLocalDate().plusDays(1) : local.toLocalDate();
          return workday(from).atTime(time).atZone(zone).toInstant();
        });
  }

  private LocalDate workday(LocalDate from) {
    LocalDate day = from;
    while (!workdays.contains(day.getDayOfWeek()) || holidays.contains(day)) {
      day = day.plusDays(1);
    }
    return day;
  }
}
