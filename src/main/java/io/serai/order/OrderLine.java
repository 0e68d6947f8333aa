package io.serai.order;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One SKU and a quantity of an order, with where its units stand.
 *
 * @param unitPrice in the order's currency
 * @param places how many units stand in each place; a place that is not named holds none
 */
public record OrderLine(
    long id,
    long orderId,
    String line,
    String externalId,
    String sku,
    String title,
    BigDecimal unitPrice,
    int ordered,
    Map<Place, Integer> places) {

  /** Whether each of its units has shipped or is cancelled. */
  public boolean isDone() {
    return ordered == in(Place.SHIPPED) + in(Place.CANCELLED);
  }

  /** The units that stand in a place. */
  public int in(Place place) {
    return places.getOrDefault(place, 0);
  }
}
