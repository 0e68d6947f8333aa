package io.serai.exchange;

import java.util.List;
import java.util.Optional;

/**
 * How one supplier writes its documents: the seam between what they mean and what they look like.
 */
public interface DocumentFormat {

  /** The purchase orders as one file, in the supplier's format. */
  byte[] write(List<PurchaseOrder> orders);

  /** The name of the purchase order file with this number, which is never used twice. */
  String fileName(long number);

  /** How the supplier is asked not to ship; empty if it reads no such files. */
  default Optional<CancellationFormat> cancellations() {
    return Optional.empty();
  }

  /**
   * Reads a whole file.
   *
   * @throws io.serai.document.Refused when it is no file of this supplier's, or is cut short, or a
   *     value cannot be read; the message names file and line
   */
  SupplierFile read(String fileName, byte[] content);
}
