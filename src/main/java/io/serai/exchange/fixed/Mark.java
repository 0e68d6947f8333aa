package io.serai.exchange.fixed;

/** What stands where in each record of one type. */
record Mark(Span span, String text) {

  boolean isIn(String record) {
    return span.in(record).equals(text);
  }

  /** Whether no record can have both. */
  boolean excludes(Mark other) {
    int from = Math.max(span.at(), other.span.at());
    int to = Math.min(span.end(), other.span.end());
    for (int column = from; column <= to; column++) {
      if (at(column) != other.at(column)) {
        return true;
      }
    }
    return false;
  }

  private int at(int column) {
    return text.codePointAt(text.offsetByCodePoints(0, column - span.at()));
  }

  @Override
  public String toString() {
    return "'" + text + "' in " + span.words();
  }
}
