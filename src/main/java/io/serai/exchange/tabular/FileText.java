package io.serai.exchange.tabular;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * The text of a file as it streams by, without the mark that some programs put at its start; it
 * knows whether it ended with a line break.
 */
public final class FileText extends Reader {
  private final Reader text;
  private boolean started;
  private int last = -1;

  /** The text of a file in a charset. */
  public FileText(InputStream content, Charset charset) {
    this.text =
        new InputStreamReader(
            content,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** Whether the last character was a line break, once the text has been read to its end. */
  public boolean endsWithLineBreak() {
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

  /**
   * Where the first bytes stand that are not written in the charset.
   *
   * @param line counted by line breaks, from 1
   * @param characters that stand before it in the file
   */
  public record Malformed(long line, long characters) {}

  /** Finds the first bytes that are not written in the charset, by reading all once more. */
  public static Malformed malformed(InputStream content, Charset charset) throws IOException {
    long line = 1;
    long characters = 0;
    // One byte at a time, so that the decoder stops where the fault is and not behind it.
    try (InputStream bytes = new BufferedInputStream(content);
        Reader text = new FileText(new OneByOne(bytes), charset)) {
      char[] one = new char[1];
      while (text.read(one, 0, 1) > 0) {
        characters++;
        line += one[0] == '\n' ? 1 : 0;
      }
    } catch (CharacterCodingException found) {
      return new Malformed(line, characters);
    }
    return new Malformed(line, characters);
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
