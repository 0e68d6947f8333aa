package io.serai.hub;

import io.serai.config.Supplier;
import io.serai.exchange.DocumentFormat;
import io.serai.exchange.csv.CsvFormat;
import io.serai.exchange.fixed.FixedFormat;
import java.util.function.Function;

/** The format of each supplier, by the word that its connector has for it. */
final class Formats {
  private Formats() {}

  /**
   * How a supplier writes its documents.
   *
   * @param skuOf the SKU that the supplier's own code names
   */
  static DocumentFormat of(Supplier account, Function<String, String> skuOf) {
    String word = account.format().word();
    return switch (word) {
      case "csv" -> new CsvFormat(account.settings().json(), skuOf);
      case "fixed" -> new FixedFormat(account.settings().json(), account.format().layout(), skuOf);
      default -> throw new IllegalArgumentException("there is no format " + word);
    };
  }
}
