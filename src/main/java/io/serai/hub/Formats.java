package io.serai.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.config.Supplier;
import io.serai.config.SupplierFormat;
import io.serai.exchange.DocumentFormat;
import io.serai.exchange.csv.CsvFormat;
import io.serai.exchange.fixed.FixedFormat;
import io.serai.interchange.EdiFormat;
import io.serai.interchange.Partner;
import java.util.function.Function;

/** The format of each supplier, by the word that its connector has for it. */
public final class Formats {
  private Formats() {}

  /**
   * How a supplier writes its documents.
   *
   * @param skuOf the SKU that the supplier's own code names
   */
  static DocumentFormat of(Supplier account, Function<String, String> skuOf) {
    return of(account.format(), account.settings().json(), skuOf);
  }

  /**
   * A format by its word, with the settings of an account.
   *
   * @param skuOf the SKU that the supplier's own code names
   */
  public static DocumentFormat of(
      SupplierFormat format, JsonNode settings, Function<String, String> skuOf) {
    return switch (format.word()) {
      case "csv" -> new CsvFormat(settings, skuOf);
      case "fixed" -> new FixedFormat(settings, format.layout(), skuOf);
      case "x12", "edifact" -> new EdiFormat(Partner.of(format.word(), settings, skuOf));
      default -> throw new IllegalArgumentException("there is no format " + format.word());
    };
  }
}
