package io.serai.exchange;

import org.jdbi.v3.core.Handle;

/** Where documents that are written get their control numbers from. */
public interface Numbering {

  /** The numbers of one document for a supplier, which is written in this transaction. */
  Numbers begin(Handle handle, String supplier);
}
