package io.serai.edi.read;

import io.serai.edi.CodeBook;
import io.serai.edi.FaultKind;
import io.serai.edi.ReadingTerms;
import io.serai.edi.stream.Segment;
import io.serai.edi.stream.Shown;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values of elements, as both standards write them. */
final class Values {
  private static final int PRICE_DIGITS = 8;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,18}([.,]\\d{0,9})?|[.,]\\d{1,9})");
  private static final DateTimeFormatter DAY = strict("uuuuMMdd");
  private static final DateTimeFormatter SHORT_DAY = strict("uuMMdd");
  private static final DateTimeFormatter MINUTES = strict("HHmm");
  private static final DateTimeFormatter SECONDS = strict("HHmmss");
  // Element 623; those that name an area follow its summer time.
  private static final Map<String, ZoneId> ZONES =
      Map.ofEntries(
          Map.entry("UT", ZoneOffset.UTC),
          Map.entry("GM", ZoneOffset.UTC),
          Map.entry("ET", ZoneId.of("America/New_York")),
          Map.entry("ES", ZoneOffset.ofHours(-5)),
          Map.entry("ED", ZoneOffset.ofHours(-4)),
          Map.entry("CT", ZoneId.of("America/Chicago")),
          Map.entry("CS", ZoneOffset.ofHours(-6)),
          Map.entry("CD", ZoneOffset.ofHours(-5)),
          Map.entry("MT", ZoneId.of("America/Denver")),
          Map.entry("MS", ZoneOffset.ofHours(-7)),
          Map.entry("MD", ZoneOffset.ofHours(-6)),
          Map.entry("PT", ZoneId.of("America/Los_Angeles")),
          Map.entry("PS", ZoneOffset.ofHours(-8)),
          Map.entry("PD", ZoneOffset.ofHours(-7)));

  private final ReadingTerms terms;

  Values(ReadingTerms terms) {
    this.terms = terms;
  }

  String required(Segment segment, int element, int component) {
    String text = segment.get(element, component).strip();
    if (text.isEmpty()) {
      throw new Unreadable(
          segment,
          element,
          shown(component),
          FaultKind.ELEMENT_MISSING,
          "it is empty",
          "ask the sender for a value");
    }
    return text;
  }

  String required(Segment segment, int element) {
    return required(segment, element, 1);
  }

  BigDecimal number(Segment segment, int element, int component) {
    String text = required(segment, element, component);
    if (!NUMBER.matcher(text).matches()) {
      throw new Unreadable(
          segment,
          element,
          shown(component),
          FaultKind.CHARACTER,
          "'" + Shown.text(text) + "' is no number",
          "ask the sender to correct it");
    }
    return plain(new BigDecimal(text.replace(',', '.')));
  }

  Optional<BigDecimal> numberIfAny(Segment segment, int element, int component) {
    return segment.get(element, component).isBlank()
        ? Optional.empty()
        : Optional.of(number(segment, element, component));
  }

  /** An amount of N2: the last two digits are cents, unless it has a point all the same. */
  BigDecimal cents(Segment segment, int element) {
    BigDecimal amount = number(segment, element, 1);
    return segment.get(element).indexOf('.') < 0 ? plain(amount.movePointLeft(2)) : amount;
  }

  LocalDate day(Segment segment, int element) {
    String text = required(segment, element);
    try {
      return LocalDate.parse(text, text.length() == 6 ? SHORT_DAY : DAY);
    } catch (DateTimeException e) {
      throw noDate(segment, element, 1, text);
    }
  }

  Optional<LocalDate> dayIfAny(Segment segment, int element) {
    return segment.get(element).isBlank() ? Optional.empty() : Optional.of(day(segment, element));
  }

  /** HHMM, with seconds and their parts or without. */
  LocalTime time(Segment segment, int element) {
    String text = segment.get(element).strip();
    try {
      return text.isEmpty()
          ? LocalTime.MIDNIGHT
          : text.length() < 6
              ? LocalTime.parse(text, MINUTES)
              : LocalTime.parse(text.substring(0, 6), SECONDS);
    } catch (DateTimeException e) {
      throw new Unreadable(
          segment,
          element,
          0,
          FaultKind.TIME,
          "'" + Shown.text(text) + "' is no time",
          "ask the sender for HHMM or HHMMSS");
    }
  }

  /** The zone that a code of element 623 names; that of the partner where there is none. */
  ZoneId zone(Segment segment, int element) {
    String code = segment.get(element).strip();
    ZoneId zone = code.isEmpty() ? terms.zone() : ZONES.get(code);
    if (zone == null) {
      throw new Unreadable(
          segment,
          element,
          0,
          FaultKind.CODE,
          "'" + Shown.text(code) + "' is no time zone that we know",
          "ask the sender for one of UT, ET, CT, MT, PT");
    }
    return zone;
  }

  /** The meaning of a code that has to be known. */
  String meaning(Segment segment, int element, int component, String table) {
    String code = required(segment, element, component);
    return codes()
        .meaning(table, code)
        .orElseThrow(
            () ->
                new Unreadable(
                    segment,
                    element,
                    shown(component),
                    FaultKind.CODE,
                    "'" + Shown.text(code) + "' is no code we know",
                    "add it under codes." + table));
  }

  String unit(String code) {
    return codes().meaningOrSelf("units", code.strip());
  }

  CodeBook codes() {
    return terms.codes();
  }

  ReadingTerms terms() {
    return terms;
  }

  static Unreadable noDate(Segment segment, int element, int component, String text) {
    return new Unreadable(
        segment,
        element,
        shown(component),
        FaultKind.DATE,
        "'" + Shown.text(text) + "' is no date",
        "ask the sender for one like 20261231");
  }

  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static int shown(int component) {
    return component > 1 ? component : 0;
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }

  /** The price of one unit, where it is that of several. */
  static BigDecimal perUnit(BigDecimal price, BigDecimal units) {
    BigDecimal each = price.divide(units, PRICE_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
    return each.scale() < 0 ? each.setScale(0) : each;
  }
}
