package io.serai.sandbox.order;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Where the orders of a sandbox come from. The same source gives the same orders every time. */
public interface OrderSource {
  /**
   * The orders, oldest first.
   *
   * @param start the earliest time of creation
   * @param span over which the times of creation are spread
   */
  List<SoldOrder> orders(Instant start, Duration span);

  /** Invented orders, decided by the seed. */
  static OrderSource synthetic(long seed, int count) {
    return new SyntheticOrders(seed, count);
  }

  /**
   * Orders from an invoice CSV with the columns InvoiceNo, StockCode, Description, Quantity,
   * InvoiceDate, UnitPrice, CustomerID and Country; names and addresses are invented by the seed.
   */
  static OrderSource invoices(Path file, long seed) {
    return new InvoiceFile(file, seed);
  }
}
