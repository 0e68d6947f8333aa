package io.serai.edi.read;

import io.serai.edi.FaultKind;
import io.serai.edi.stream.Segment;
import io.serai.edi.stream.Shown;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.IsoFields;

/** DTM: a date in the format that its third component (element 2379) names. */
final class EdifactDates {
  private static final DateTimeFormatter SHORT_DAY = strict("uuMMdd");
  private static final DateTimeFormatter DAY = strict("uuuuMMdd");
  private static final DateTimeFormatter SHORT_MINUTE = strict("uuMMddHHmm");
  private static final DateTimeFormatter MINUTE = strict("uuuuMMddHHmm");
  private static final DateTimeFormatter SECOND = strict("uuuuMMddHHmmss");

  private EdifactDates() {}

  static LocalDate day(Segment dtm, Values values) {
    return read(dtm, values).toLocalDate();
  }

  static Instant instant(Segment dtm, Values values) {
    return read(dtm, values).atZone(zone(dtm, values)).toInstant();
  }

  private static LocalDateTime read(Segment dtm, Values values) {
    String text = values.required(dtm, 1, 2);
    String format = dtm.get(1, 3).isEmpty() ? "102" : dtm.get(1, 3);
    try {
      return switch (format) {
        case "101" -> LocalDate.parse(text, SHORT_DAY).atStartOfDay();
        case "102" -> LocalDate.parse(text, DAY).atStartOfDay();
        case "201" -> LocalDateTime.parse(text, SHORT_MINUTE);
        case "203" -> LocalDateTime.parse(text, MINUTE);
        case "204" -> LocalDateTime.parse(text, SECOND);
        case "303" -> LocalDateTime.parse(start(text, 12), MINUTE);
        case "304" -> LocalDateTime.parse(start(text, 14), SECOND);
        case "718" -> LocalDate.parse(start(text, 8), DAY).atStartOfDay();
        case "616" -> week(text).atStartOfDay();
        default ->
            throw new Unreadable(
                dtm,
                1,
                3,
                FaultKind.CODE,
                "'" + Shown.text(format) + "' is no date format that we read",
                "ask the sender for 102 (20261231) or 203 (202612312359)");
      };
    } catch (DateTimeException e) {
      throw Values.noDate(dtm, 1, 2, text);
    }
  }

  private static LocalDate week(String text) {
    if (!text.matches("\\d{6}")) {
      throw new DateTimeException("no week");
    }
    return LocalDate.of(Integer.parseInt(text.substring(0, 4)), 1, 4)
        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(text.substring(4)))
        .with(DayOfWeek.MONDAY);
  }

  // What follows the time names its zone, or an offset in hours.
  private static ZoneId zone(Segment dtm, Values values) {
    String text = dtm.get(1, 2);
    int length = dtm.get(1, 3).equals("303") ? 12 : dtm.get(1, 3).equals("304") ? 14 : 99;
    if (text.length() <= length) {
      return values.terms().zone();
    }
    String zone = text.substring(length).strip();
    try {
      return ZoneId.of(zone.equals("UTC") || zone.equals("GMT") ? "Z" : zone);
    } catch (DateTimeException e) {
      throw Values.noDate(dtm, 1, 2, text);
    }
  }

  private static String start(String text, int length) {
    if (text.length() < length) {
      throw new DateTimeException("too short");
    }
    return text.substring(0, length);
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }
}
