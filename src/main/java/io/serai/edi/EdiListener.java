package io.serai.edi;

import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.StockItem;

/**
 * Who is given what a file says, as it is read. Nothing counts before its interchange has ended and
 * the report accepts its set: whoever applies documents does so in one transaction for each
 * interchange, or keeps them until then.
 */
public interface EdiListener {

  /** An interchange begins. */
  default void interchangeBegins(Interchange interchange) {}

  /** An item of a stock advice that is still being read: the set may yet be refused. */
  default void stockItem(SetHeader set, StockItem item) {}

  /**
   * A set has been read to its end, and is good; of a stock advice, all items have been handed on
   * before.
   */
  default void document(SetHeader set, EdiDocument document) {}

  /** A TA1, which belongs to no set. */
  default void receipt(Interchange interchange, EdiDocument receipt) {}

  /** Something is not taken: how much, the fault says. */
  default void refused(EdiFault fault) {}

  /** An interchange has ended. */
  default void interchangeEnds(InterchangeReport report) {}
}
