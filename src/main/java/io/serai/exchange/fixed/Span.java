package io.serai.exchange.fixed;

/**
 * Columns of a record, counted from 1 in characters. A character is a Unicode code point, so that
 * one outside the usual sixteen bits is one column too.
 */
record Span(int at, int length) {

  /** The last column. */
  int end() {
    return at + length - 1;
  }

  boolean overlaps(Span other) {
    return at <= other.end() && other.at <= end();
  }

  /** What stands there; columns that the record does not have are left out. */
  String in(String record) {
    int from = offset(record, 0, at - 1);
    return record.substring(from, offset(record, from, length));
  }

  /** How people name it: {@code column 7} or {@code columns 13-20}. */
  String words() {
    return length == 1 ? "column " + at : "columns " + at + "-" + end();
  }

  /** The number of columns that a text takes. */
  static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The start of a text, at most so many columns of it. */
  static String start(String text, int columns) {
    return text.substring(0, offset(text, 0, columns));
  }

  private static int offset(String text, int from, int columns) {
    int to = from;
    for (int column = 0; column < columns && to < text.length(); column++) {
      to += Character.charCount(text.codePointAt(to));
    }
    return to;
  }
}
