package io.serai.stock;

/** Where the good rows of a stock file go, one after the other. */
public interface StockRowSink {
  /** Takes the next row. */
  void add(StockAdviceLine line);
}
