package io.serai.exchange;

import io.serai.document.Refused;
import io.serai.stock.StockAdviceLine;
import io.serai.stock.StockRowSink;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one stock file: the good ones are staged, the others kept to be put before a person,
 * as long as they are few.
 */
final class StockFileRows implements StockReader {
  /** The most rows that are put before a person one by one. */
  static final int MOST_FAULTS = 100;

  private final StockRowSink rows;
  private final List<Fault> faults;

  StockFileRows(StockRowSink rows, List<Fault> faults) {
    this.rows = rows;
    this.faults = faults;
  }

  @Override
  public void row(StockAdviceLine line) {
    rows.add(line);
  }

  @Override
  public void fault(Fault fault) {
    if (faults.size() == MOST_FAULTS) {
      throw new Refused(
          "more than "
              + MOST_FAULTS
              + " rows cannot be read, so nothing of it is applied; the first is "
              + faults.get(0).cause().getMessage(),
          "It is the file and not the rows: check separator, decimalMark, dateFormat and columns of this supplier. "
              + faults.get(0).cause().cure());
    }
    faults.add(fault);
  }

  static List<Fault> none() {
    return new ArrayList<>();
  }
}
