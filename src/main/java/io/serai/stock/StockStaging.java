package io.serai.stock;

import java.math.BigDecimal;
import org.jdbi.v3.core.Handle;

/** The rows of a stock file on their way into a temporary table of the session. */
public final class StockStaging implements StockRowSink {
  private final CopyText copy;
  private int at;

  private StockStaging(CopyText copy) {
    this.copy = copy;
  }

  /** Makes the tables and begins to copy. */
  static StockStaging begin(Handle session) {
    StockAdvices.dropTables(session);
    session.execute(
        """
        create temporary table advised (sku text, quantity integer, unit_cost numeric, lead_days integer,
          restock_date date, restock_quantity integer, at integer)""");
    return new StockStaging(CopyText.begin(session, "copy advised from stdin"));
  }

  @Override
  public void add(StockAdviceLine line) {
    copy.text(line.sku())
        .number(line.quantity())
        .value(line.unitCost().map(BigDecimal::toPlainString))
        .value(line.leadDays())
        .value(line.restockDate())
        .value(line.restockQuantity())
        .number(at++)
        .endRow();
  }

  void end() {
    copy.end();
  }

  void cancel() {
    copy.cancel();
  }
}
