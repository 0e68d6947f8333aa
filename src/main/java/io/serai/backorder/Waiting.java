package io.serai.backorder;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Units that go into the queue of their SKU now.
 *
 * @param etaSource where the date comes from; empty when it is the planner's, who does not know
 *     those that wait already
 * @param toldEta the date that their customer is told as they begin to wait
 */
public record Waiting(
    long orderId,
    long orderLineId,
    String sku,
    int quantity,
    int priority,
    Optional<String> supplier,
    Optional<LocalDate> eta,
    Optional<EtaSource> etaSource,
    Optional<LocalDate> toldEta) {

  /** Units with the planner's date, of which their customer is told nothing now. */
  public Waiting(
      long orderId,
      long orderLineId,
      String sku,
      int quantity,
      int priority,
      Optional<String> supplier,
      Optional<LocalDate> eta) {
    this(
        orderId,
        orderLineId,
        sku,
        quantity,
        priority,
        supplier,
        eta,
        Optional.empty(),
        Optional.empty());
  }

  /** So many of the units. */
  public Waiting of(int units) {
    return new Waiting(
        orderId, orderLineId, sku, units, priority, supplier, eta, etaSource, toldEta);
  }

  /** The same units, estimated behind those that wait already; their customer is told so. */
  public Waiting told(Estimate estimate) {
    return new Waiting(
        orderId,
        orderLineId,
        sku,
        quantity,
        priority,
        estimate.supplier().or(() -> supplier),
        estimate.date(),
        Optional.of(estimate.source()),
        estimate.date());
  }

  /** The estimate as it stands. */
  public Estimate estimate() {
    return new Estimate(
        supplier, eta, etaSource.orElse(eta.isPresent() ? EtaSource.ADVICE : EtaSource.NONE));
  }
}
