package io.serai.exchange;

import io.serai.document.Refused;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How one supplier writes its documents: the seam between what they mean and what they look like.
 */
public interface DocumentFormat {

  /**
   * The purchase orders as one file, in the supplier's format.
   *
   * @param numbers where the control numbers come from, for a format that has any
   */
  byte[] write(Numbers numbers, List<PurchaseOrder> orders);

  /**
   * Why a purchase order cannot be written as it is, such as an address that is longer than its
   * field; empty where it can.
   */
  default Optional<Refused> refusal(PurchaseOrder order) {
    return Optional.empty();
  }

  /** The name of the purchase order file with this number, which is never used twice. */
  String fileName(long number);

  /** How the supplier is asked not to ship; empty if it reads no such files. */
  default Optional<CancellationFormat> cancellations() {
    return Optional.empty();
  }

  /** Whether a file of this name says what is in stock: it may be large. */
  boolean isStockAdvice(String fileName);

  /**
   * Reads a stock file row by row.
   *
   * @param content opened anew at each call
   * @throws io.serai.document.Refused when the file as a whole cannot be read: it is cut short, or
   *     a row has not the header's columns; the message names file and line
   */
  void readStock(String fileName, Supplier<InputStream> content, StockReader reader);

  /**
   * Reads a whole file; of a stock file only that it is one.
   *
   * @throws io.serai.document.Refused when it is no file of this supplier's, or is cut short, or a
   *     value cannot be read; the message names file and line
   */
  SupplierFile read(String fileName, byte[] content);
}
