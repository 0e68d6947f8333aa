package io.serai.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What one score is more or less than another, in words. */
final class Differences {
  private Differences() {}

  /** Such as {@code 1 shipment more, 2.10 cheaper}. */
  static String between(Score from, Score to) {
    List<String> words = new ArrayList<>();
    add(words, to.units() - from.units(), "unit", "more ships now", "fewer ships now");
    add(words, to.shipments() - from.shipments(), "shipment", "more", "fewer");
    BigDecimal price = to.price().subtract(from.price());
    if (price.signum() != 0) {
      words.add(price.abs().toPlainString() + (price.signum() > 0 ? " dearer" : " cheaper"));
    }
    add(words, to.speed() - from.speed(), "day", "slower", "faster");
    return words.isEmpty()
        ? "no difference in units, shipments, price or days"
        : String.join(", ", words);
  }

  private static void add(
      List<String> words, long difference, String noun, String more, String less) {
    if (difference != 0) {
      String how = difference > 0 ? more : less;
      long size = Math.abs(difference);
      words.add(
          ExplanationText.count(size, noun)
              + " "
              + (size == 1 ? how : how.replace("ships", "ship")));
    }
  }

  /** Such as {@code 12 units, 3 shipments, 40.00}. */
  static String asWhole(Score score, List<Priority> priorities) {
    return ExplanationText.count(score.units(), "unit")
        + priorities.stream().map(p -> ", " + word(score, p)).collect(Collectors.joining());
  }

  private static String word(Score score, Priority priority) {
    return switch (priority) {
      case SHIPMENTS -> ExplanationText.count(score.shipments(), "shipment");
      case PRICE -> "a price of " + score.price().toPlainString();
      case SPEED -> ExplanationText.count(score.speed(), "day");
      case STOCK -> "stock " + score.stock();
      case PREFERENCE -> "preference " + score.preference();
    };
  }
}
