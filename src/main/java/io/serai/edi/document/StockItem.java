package io.serai.edi.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a stock advice says of one product.
 *
 * @param place where it stands, for messages
 * @param quantities by what they are: on hand, available, ...
 * @param expected units that come, and when
 * @param availableOn when there will be more, where no units are named
 */
public record StockItem(
    String place,
    String number,
    List<Product> products,
    String description,
    Optional<BigDecimal> price,
    List<Quantity> quantities,
    List<Scheduled> expected,
    Optional<LocalDate> availableOn) {

  /**
   * A number of units.
   *
   * @param kind {@code onHand}, {@code available}, {@code projected}, ...; else the standard's own
   *     qualifier
   */
  public record Quantity(String kind, BigDecimal quantity, String unit) {}
}
