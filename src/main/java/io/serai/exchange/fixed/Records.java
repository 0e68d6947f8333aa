package io.serai.exchange.fixed;

import io.serai.document.Refused;
import io.serai.exchange.tabular.FileText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** The records of a file as they stream by, whether lines part them or only their length. */
final class Records {
  private static final int LONGEST = 1 << 16;
  private static final String END_OF_DOS_FILE = "\u001A";

  private final String file;
  private final FixedLayout layout;
  private final int length;
  private final FileText text;
  private final Reader characters;
  private final StringBuilder record = new StringBuilder();
  private long number;

  /**
   * @param length of the records where no line ends part them
   */
  Records(String file, FixedLayout layout, int length, FileText text) {
    this.file = file;
    this.layout = layout;
    this.length = length;
    this.text = text;
    this.characters = new BufferedReader(text, 1 << 16);
  }

  /** The next record; null behind the last. */
  String next() throws IOException {
    return layout.lineEnd().isEmpty() ? nextOfLength() : nextLine();
  }

  /** File and line of the last record that was given, as messages name it. */
  String place() {
    return file + ":" + number;
  }

  private String nextLine() throws IOException {
    String line = line();
    while (line != null && (line.isEmpty() || line.equals(END_OF_DOS_FILE))) {
      line = line();
    }
    return line;
  }

  private String line() throws IOException {
    int character = characters.read();
    if (character < 0) {
      refuseCutShort();
      return null;
    }
    number++;
    record.setLength(0);
    while (character >= 0 && character != '\n') {
      record.append((char) character);
      if (record.length() > LONGEST) {
        throw new Refused(
            place() + ": has more than " + LONGEST + " characters without a line end",
            "Set settings.lineEnd to none if the supplier's records have no line ends.");
      }
      character = characters.read();
    }
    int end = record.length();
    return end > 0 && record.charAt(end - 1) == '\r'
        ? record.substring(0, end - 1)
        : record.toString();
  }

  private void refuseCutShort() {
    if (layout.finalNewline()
        && number > 0
        && !text.endsWithLineBreak()
        && !record.toString().equals(END_OF_DOS_FILE)) {
      throw new Refused(
          file + ": does not end with a line end, so it was cut short",
          "Ask the supplier to send it again whole, or set settings.finalNewline to false if its files always end so.");
    }
  }

  private String nextOfLength() throws IOException {
    record.setLength(0);
    int width = 0;
    while (width < length) {
      int character = characters.read();
      if (character < 0) {
        return endOf(width);
      }
      record.append((char) character);
      width += Character.isLowSurrogate((char) character) ? 0 : 1;
    }
    number++;
    if (record.indexOf("\n") >= 0) {
      throw new Refused(
          place() + ": has a line end within its " + length + " characters",
          "Set settings.lineEnd to crlf or lf if the supplier's records have line ends.");
    }
    return record.toString();
  }

  private String endOf(int width) {
    String rest = record.toString().replace(END_OF_DOS_FILE, "");
    if (rest.isBlank()) {
      return null;
    }
    number++;
    throw new Refused(
        place()
            + ": has "
            + width
            + " characters where a record has "
            + length
            + ", so the file was cut short",
        "Ask the supplier to send it again whole.");
  }
}
