package io.serai.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * How a supplier has done, by its latest purchase orders.
 *
 * @param purchaseOrders of these, at most 500
 * @param promised the units that it was asked for
 * @param rejected the units that it gave back of lines that it has refused
 * @param days from purchase order to parcel, on average
 * @param overdue purchase orders whose answer is overdue now
 * @param lastFile when its last file came
 * @param differing its invoices and credits, of the latest 500, that are not what was agreed
 */
public record SupplierRow(
    String id,
    int purchaseOrders,
    long promised,
    long shipped,
    long rejected,
    Optional<BigDecimal> days,
    int overdue,
    Optional<Instant> lastFile,
    int differing) {
  /** The part of the units that it has shipped, in percent. */
  public Optional<Integer> fillRate() {
    return promised == 0 ? Optional.empty() : Optional.of((int) (shipped * 100 / promised));
  }
}
