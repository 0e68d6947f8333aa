package io.serai.console;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.serai.notify.Speech;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the console's templates can say of a value: {@code when} a time in the merchant's zone,
 * {@code time} the same for browsers to read too, {@code day} a date, {@code ago} how long ago it
 * was, {@code until} how long there is, {@code scheme} the kind of an address, {@code money} an
 * amount with its currency, {@code units} a count with its word. What is absent is a dash.
 */
final class ConsoleWords extends AbstractExtension {
  private static final String NOTHING = "–";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final Clock clock;
  private final DateTimeFormatter time;

  ConsoleWords(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.time = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(zone);
  }

  @Override
  public Map<String, Filter> getFilters() {
    return Map.of(
        "when", of(at -> time.format((Instant) at)),
        "time", of(at -> marked(at, time.format((Instant) at))),
        "day", of(day -> marked(day, DAY.format((LocalDate) day))),
        "ago", of(at -> length(Duration.between((Instant) at, clock.instant())) + " ago"),
        "until", of(at -> length(Duration.between(clock.instant(), (Instant) at))),
        "shown", of(Object::toString),
        "scheme", of(address -> address.toString().replaceFirst(":.*", "")),
        "money", new Money());
  }

  // What stands in it is the hub's own.
  private static SafeString marked(Object at, String shown) {
    return new SafeString("<time datetime=\"" + at + "\">" + shown + "</time>");
  }

  private static String length(Duration length) {
    if (length.isNegative()) {
      return "no time";
    }
    if (length.compareTo(Duration.ofMinutes(2)) < 0) {
      return length.toSeconds() + " s";
    }
    if (length.compareTo(Duration.ofHours(2)) < 0) {
      return length.toMinutes() + " min";
    }
    return length.compareTo(Duration.ofDays(2)) < 0
        ? length.toHours() + " h"
        : length.toDays() + " days";
  }

  private static Object present(Object value) {
    return value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
  }

  private static Filter of(Function<Object, Object> word) {
    return new Filter() {
      @Override
      public List<String> getArgumentNames() {
        return List.of();
      }

      @Override
      public Object apply(
          Object input,
          Map<String, Object> args,
          PebbleTemplate self,
          EvaluationContext context,
          int line) {
        Object value = present(input);
        return value == null ? NOTHING : word.apply(value);
      }
    };
  }

  private static final class Money implements Filter {
    @Override
    public List<String> getArgumentNames() {
      return List.of("currency");
    }

    @Override
    public Object apply(
        Object input,
        Map<String, Object> args,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      Object amount = present(input);
      return amount == null
          ? NOTHING
          : Speech.money(Locale.ENGLISH, (BigDecimal) amount, String.valueOf(args.get("currency")));
    }
  }
}
