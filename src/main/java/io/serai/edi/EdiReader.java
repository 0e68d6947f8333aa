package io.serai.edi;

import io.serai.edi.stream.Interchanges;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads files of X12 and EDIFACT, interchange by interchange, in memory that does not grow with the
 * file. Whatever stands in a file, it never throws for it: what is not taken is told to the
 * listener, with its place and its cure.
 */
public final class EdiReader {
  private final ReadingTerms terms;

  /** Reads by these terms. */
  public EdiReader(ReadingTerms terms) {
    this.terms = terms;
  }

  /**
   * Reads a file to its end.
   *
   * @throws IOException when the stream cannot be read
   */
  public void read(InputStream file, EdiListener listener) throws IOException {
    new Interchanges(file, listener::refused)
        .read((standard, delimiters) -> new Reception(standard, delimiters, terms, listener));
  }
}
