package io.serai.edi.stream;

import io.serai.edi.Delimiters;
import io.serai.edi.EdiFault;
import io.serai.edi.EdiFault.Place;
import io.serai.edi.EdiFault.Unit;
import io.serai.edi.FaultKind;
import io.serai.edi.Standard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Goes through a file from interchange to interchange; one that is broken does not stop the next.
 */
public final class Interchanges {
  private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final FileBytes bytes;
  private final Consumer<EdiFault> faults;

  /**
   * A file.
   *
   * @param faults is told what is wrong outside of an interchange, or with the header of one
   */
  public Interchanges(InputStream in, Consumer<EdiFault> faults) {
    this.bytes = new FileBytes(in);
    this.faults = faults;
  }

  /**
   * Reads to the end of the file.
   *
   * @param sinks makes the sink of each interchange
   * @throws IOException when the file cannot be read, never for what stands in it
   */
  public void read(BiFunction<Standard, Delimiters, SetSink> sinks) throws IOException {
    skipMark();
    if (!checkEncoding()) {
      return;
    }
    boolean any = false;
    for (skipFiller(); bytes.peek() >= 0; skipFiller()) {
      if (!HeaderReader.begins(bytes)) {
        noInterchange(any);
        findNext();
        any = true;
        continue;
      }
      any = true;
      one(sinks);
    }
    if (!any) {
      file("it is empty", "ask the sender whether this was meant");
    }
  }

  private void one(BiFunction<Standard, Delimiters, SetSink> sinks) throws IOException {
    Header header;
    try {
      header = HeaderReader.read(bytes);
    } catch (HeaderReader.Broken broken) {
      faults.accept(broken.fault());
      findNext();
      return;
    }
    InterchangeStream stream = new InterchangeStream(bytes, header);
    new InterchangeReader(stream, header, sinks.apply(header.standard(), header.delimiters()))
        .read();
  }

  private void skipMark() throws IOException {
    byte[] ahead = bytes.ahead(3);
    if (Arrays.equals(ahead, BOM)) {
      bytes.skip(3);
    }
  }

  private boolean checkEncoding() throws IOException {
    byte[] ahead = bytes.ahead(4);
    if (ahead.length < 2) {
      return true;
    }
    int first = ahead[0] & 0xff;
    int second = ahead[1] & 0xff;
    if (first == 0xc9 && second == 0xe2 || first == 0xe4 && second == 0xd5) {
      file("it is written in EBCDIC", "ask the sender for ASCII");
      return false;
    }
    if (first >= 0xfe && second >= 0xfe || first == 0 || second == 0) {
      file("it is written in UTF-16", "ask the sender for ASCII or UTF-8");
      return false;
    }
    return true;
  }

  private void skipFiller() throws IOException {
    while (bytes.peek() >= 0 && bytes.peek() <= ' ') {
      bytes.next();
    }
  }

  private void noInterchange(boolean behindAnother) throws IOException {
    String text = Shown.text(new String(bytes.ahead(20), StandardCharsets.ISO_8859_1));
    if (behindAnother) {
      file("'" + text + "' stands behind an interchange", "ask the sender what it is");
    } else {
      file(
          "it begins with '" + text + "', where an interchange begins with ISA, UNA or UNB",
          "ask the sender for the whole interchange, with its header");
    }
  }

  // A header is looked for where a segment may begin: behind something that is no letter or digit.
  private void findNext() throws IOException {
    int before = bytes.next();
    while (bytes.peek() >= 0) {
      boolean free = before < 0x80 && !Character.isLetterOrDigit(before);
      if (free && HeaderReader.begins(bytes)) {
        return;
      }
      before = bytes.next();
    }
  }

  private void file(String reason, String cure) {
    faults.accept(new EdiFault(Unit.FILE, FaultKind.NO_INTERCHANGE, Place.FILE, reason, cure));
  }
}
