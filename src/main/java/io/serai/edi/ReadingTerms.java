package io.serai.edi;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How documents of one partner are read.
 *
 * @param zone of times that name none
 * @param mostLines the most lines of one set, a stock advice apart: it is held in memory whole
 */
public record ReadingTerms(CodeBook codes, ZoneId zone, int mostLines) {
  /** Our own codes, times in UTC, 100,000 lines. */
  public static final ReadingTerms USUAL =
      new ReadingTerms(CodeBook.USUAL, ZoneOffset.UTC, 100_000);
}
