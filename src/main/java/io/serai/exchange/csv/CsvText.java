package io.serai.exchange.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;

/**
 * The text of a file as it streams by, without the mark that some programs put at its start; it
 * knows whether it ended with a line break.
 */
final class CsvText extends Reader {
  private final Reader text;
  private boolean started;
  private int last = -1;

  CsvText(InputStream content, CsvLayout layout) {
    this.text =
        new InputStreamReader(
            content,
            layout
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** Whether the last character was a line break, once the text has been read to its end. */
  boolean endsWithLineBreak() {
    return last == '\n';
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int from = offset;
    int count = text.read(into, from, length);
    if (count > 0 && !started) {
      started = true;
      if (into[from] == '\uFEFF') {
        System.arraycopy(into, from + 1, into, from, count - 1);
        count--;
        return count > 0 ? seen(into, from, count) : read(into, from, length);
      }
    }
    return count > 0 ? seen(into, from, count) : count;
  }

  private int seen(char[] into, int from, int count) {
    last = into[from + count - 1];
    return count;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** The line of the first bytes that are not written in the charset, by reading all once more. */
  static long lineOfMalformed(InputStream content, CsvLayout layout) throws IOException {
    long line = 1;
    // One byte at a time, so that the decoder stops where the fault is and not behind it.
    try (InputStream bytes = new BufferedInputStream(content);
        Reader text = new CsvText(new OneByOne(bytes), layout)) {
      char[] one = new char[1];
      while (text.read(one, 0, 1) > 0) {
        line += one[0] == '\n' ? 1 : 0;
      }
    } catch (java.nio.charset.CharacterCodingException found) {
      return line;
    }
    return line;
  }

  private static final class OneByOne extends InputStream {
    private final InputStream bytes;

    OneByOne(InputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return bytes.read(into, offset, Math.min(1, length));
    }
  }
}
