package io.serai.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The first stock file of a supplier, on its way straight into the offers: nobody can be at offers
 * that nobody sees yet, so it needs no parts and no comparison. It must name its SKUs in rising
 * order, as most files do; then it names none twice.
 */
public final class FirstOffers implements StockRowSink {
  private final CopyText copy;
  private final String supplier;
  private final int leadDays;
  private final Instant at;
  private String last = "";

  private FirstOffers(CopyText copy, String supplier, int leadDays, Instant at) {
    this.copy = copy;
    this.supplier = supplier;
    this.leadDays = leadDays;
    this.at = at;
  }

  /** The file does not name its SKUs in rising order: it goes the usual way. */
  public static final class OutOfOrder extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private OutOfOrder(String sku) {
      super(sku + " stands behind a greater SKU, or again", null, false, false);
    }
  }

  static FirstOffers begin(Handle handle, String supplier, int leadDays, Instant at) {
    return new FirstOffers(
        CopyText.begin(
            handle,
            "copy offer (sku, supplier, reported, on_hand, unit_cost, lead_days, restock_date,"
                + " restock_quantity, changed_at, out_since) from stdin"),
        supplier,
        leadDays,
        at);
  }

  /**
   * Takes the next row.
   *
   * @throws OutOfOrder when its SKU does not come behind the one before
   */
  @Override
  public void add(StockAdviceLine line) {
    if (line.sku().compareTo(last) <= 0) {
      throw new OutOfOrder(line.sku());
    }
    last = line.sku();
    copy.text(line.sku())
        .text(supplier)
        .number(line.quantity())
        .number(line.quantity())
        .text(line.unitCost().map(BigDecimal::toPlainString).orElse("0"))
        .number(line.leadDays().orElse(leadDays))
        .value(line.restockDate())
        .value(line.restockQuantity())
        .value(Optional.of(at))
        .value(line.quantity() == 0 ? Optional.of(at) : Optional.empty())
        .endRow();
  }

  void end() {
    copy.end();
  }

  void cancel() {
    copy.cancel();
  }
}
