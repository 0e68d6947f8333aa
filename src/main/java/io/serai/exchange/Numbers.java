package io.serai.exchange;

import java.time.Instant;
import java.util.List;

/**
 * The control numbers of one document that is being written: allotted in the transaction that
 * writes it, and kept with it, so that a resend has the same. Formats without numbers ask for none.
 */
public interface Numbers {
  /** For documents that have no numbers. */
  Numbers NONE =
      new Numbers() {
        @Override
        public Allotted allot(String type, List<String> purchaseOrders) {
          throw new UnsupportedOperationException("this document has no control numbers");
        }

        @Override
        public void keep(long document) {
          // Nothing was allotted.
        }
      };

  /**
   * The numbers of one interchange.
   *
   * @param group of its only group; of no use in EDIFACT
   * @param firstSet of its first set; the others follow
   * @param at when it is written
   */
  record Allotted(long interchange, long group, long firstSet, Instant at) {}

  /**
   * Allots the numbers of an interchange.
   *
   * @param type of its sets, such as {@code 850}
   * @param purchaseOrders which purchase order each set is about, in their order; empty: none
   */
  Allotted allot(String type, List<String> purchaseOrders);

  /** Keeps what was allotted as that of a document, once the document is stored. */
  void keep(long document);
}
