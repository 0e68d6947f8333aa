package io.serai.exchange;

import io.serai.document.Refused;
import io.serai.stock.StockAdviceLine;
import java.util.function.Supplier;

/** Who is given the rows of a stock file, one after the other, since there may be a million. */
public interface StockReader {

  /** A row of a file that makes no sense, while those around it do. */
  record Fault(String place, String says, Refused cause) {}

  /** The next row. */
  void row(StockAdviceLine line);

  /** The next row, with where it stands, for a reader that looks for one of them. */
  default void row(Supplier<String> place, StockAdviceLine line) {
    row(line);
  }

  /**
   * The next row, of which a value cannot be read.
   *
   * @throws Refused when these are too many: the file is refused whole
   */
  void fault(Fault fault);
}
