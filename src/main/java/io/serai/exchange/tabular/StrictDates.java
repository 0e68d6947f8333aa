package io.serai.exchange.tabular;

import java.time.chrono.IsoEra;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** How a supplier writes dates. */
public final class StrictDates {
  private StrictDates() {}

  /**
   * Reads and writes dates by a pattern. It is strict, since 30 February would be taken for the
   * 28th.
   *
   * @throws IllegalArgumentException when it is no pattern
   */
  public static DateTimeFormatter of(String pattern) {
    return new DateTimeFormatterBuilder()
        .appendPattern(pattern)
        // For patterns with yyyy, which name no era.
        .parseDefaulting(ChronoField.ERA, IsoEra.CE.getValue())
        .toFormatter(Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
