package io.serai.exchange.tabular;

import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How the rows of a supplier's files are found. */
public interface Rows {

  /**
   * Goes through a file row by row, and holds none.
   *
   * @param content opened anew at each call, for a closer look at a fault
   * @throws io.serai.document.Refused when the file as a whole cannot be read; the message names
   *     file and line
   */
  void each(FileKind kind, String fileName, Supplier<InputStream> content, Consumer<Row> reader);
}
