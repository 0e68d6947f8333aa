package io.serai.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the hub stands today, by the merchant's own midnight.
 *
 * @param hours the last twenty-four, the oldest first
 * @param attention what needs a person, the newest first
 */
public record Today(
    Figures figures,
    List<Hour> hours,
    List<Attention> attention,
    int attentionInAll,
    List<Side> channels,
    List<Side> suppliers) {

  /**
   * Counts.
   *
   * @param orders taken in since midnight
   * @param splitOrders of these, those that more than one supplier ships
   * @param shippedUnits since midnight
   * @param waitingUnits on backorder now
   * @param lateUnits of these, those whose estimated date has passed
   * @param openOrders that have not ended
   * @param quarantined documents and deliveries that a person must look at
   */
  public record Figures(
      int orders,
      int splitOrders,
      int shippedUnits,
      int waitingUnits,
      int lateUnits,
      int openOrders,
      int quarantined) {}

  /**
   * One hour.
   *
   * @param orders taken in
   * @param purchaseOrders that reached their suppliers
   * @param seconds from taken in to the purchase order at the supplier, as half of them took less
   */
  public record Hour(Instant from, int orders, int purchaseOrders, Optional<Integer> seconds) {}

  /**
   * Something that needs a person.
   *
   * @param kind {@code alert}, {@code document}, {@code delivery} or {@code hold}
   * @param cure what to do; empty where the text says it
   */
  public record Attention(
      String kind, long id, Instant at, String text, String cure, Optional<Long> orderId) {}

  /**
   * A channel or a supplier.
   *
   * @param heardAt when something last came from it, or its folder was found empty
   * @param told when something last reached it
   * @param owed deliveries that wait to be sent to it
   * @param oldestOwed since when the oldest of these has been owed
   * @param problem what its last failed attempt said; empty where none is under way
   */
  public record Side(
      String id,
      Optional<Instant> heardAt,
      Optional<Instant> told,
      int owed,
      Optional<Instant> oldestOwed,
      String problem) {}
}
