package io.serai.exchange;

import io.serai.document.Document;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads the stored files of one supplier, or the parts of them that are documents of their own. */
public interface FileSource {

  /**
   * What a file says; of stock only that it is stock.
   *
   * @throws io.serai.document.Refused when it cannot be read
   */
  SupplierFile read(Handle handle, Document file);

  /** The lines of a file that say nothing to the hub, beside those that {@link #read} gives. */
  default List<StockReader.Fault> leftOut(Handle handle, Document file) {
    return List.of();
  }

  /** The same files, read from what came and not from what was made of it before. */
  default FileSource afresh() {
    return this;
  }

  /**
   * Reads stock row by row; the handle is used as it is read.
   *
   * @throws io.serai.document.Refused when the file as a whole cannot be read
   */
  void readStock(Handle handle, Document file, StockReader reader);
}
