package io.serai.notify;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What templates say in the reader's language: {@code say(key, facts)} the words for a key, {@code
 * day(date)} a date, {@code money(amount, currency)} an amount with the currency's own decimals. A
 * fact in braces is one of those given, or else one of the letter's.
 */
public final class Speech extends AbstractExtension {
  private static final Pattern FACT = Pattern.compile("\\{([a-z][A-Za-z]*)}");

  private final Words words;

  /** Speech with these words. */
  public Speech(Words words) {
    this.words = words;
  }

  /** The names of the facts that words use. */
  public static List<String> facts(String word) {
    return FACT.matcher(word).results().map(result -> result.group(1)).toList();
  }

  /**
   * An amount as it is written in a locale.
   *
   * @param currency ISO 4217
   */
  public static String money(Locale locale, BigDecimal amount, String currency) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    Currency unit = Currency.getInstance(currency);
    format.setCurrency(unit);
    int decimals = Math.max(0, unit.getDefaultFractionDigits());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(amount);
  }

  @Override
  public Map<String, Function> getFunctions() {
    return Map.of("say", new Say(), "day", new Day(), "money", new Money());
  }

  private String day(Locale locale, String date) {
    String pattern = words.find(locale, "day").orElseThrow();
    return DateTimeFormatter.ofPattern(pattern, locale).format(LocalDate.parse(date));
  }

  private final class Say implements Function {
    @Override
    public List<String> getArgumentNames() {
      return List.of("key", "facts");
    }

    @Override
    public Object execute(
        Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
      String key = args.get("key").toString();
      Map<?, ?> facts = args.get("facts") instanceof Map<?, ?> given ? given : Map.of();
      String word =
          isOne(facts.get("count"))
              ? words.find(context.getLocale(), key + ".one").orElse(null)
              : null;
      if (word == null) {
        word =
            words
                .find(context.getLocale(), key)
                .orElseThrow(() -> fault("there are no words \"" + key + "\"", self, line));
      }
      return FACT.matcher(word)
          .replaceAll(
              found ->
                  Matcher.quoteReplacement(fact(found.group(1), facts, key, self, context, line)));
    }

    private static boolean isOne(Object count) {
      return count instanceof Number number && number.intValue() == 1;
    }

    private static String fact(
        String name,
        Map<?, ?> facts,
        String key,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      Object fact = facts.containsKey(name) ? facts.get(name) : context.getVariable(name);
      if (fact == null) {
        throw fault(
            "the words \"" + key + "\" name {" + name + "}, which is not there", self, line);
      }
      return fact.toString();
    }

    private static PebbleException fault(String what, PebbleTemplate self, int line) {
      return new PebbleException(null, what, line, self.getName());
    }
  }

  private final class Day implements Function {
    @Override
    public List<String> getArgumentNames() {
      return List.of("date");
    }

    @Override
    public Object execute(
        Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
      return day(context.getLocale(), args.get("date").toString());
    }
  }

  private static final class Money implements Function {
    @Override
    public List<String> getArgumentNames() {
      return List.of("amount", "currency");
    }

    @Override
    public Object execute(
        Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
      return money(
          context.getLocale(),
          new BigDecimal(args.get("amount").toString()),
          args.get("currency").toString());
    }
  }
}
