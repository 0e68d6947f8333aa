package io.serai.plan;

import java.util.List;

/** Rows of text in columns as wide as their longest cell; the last column is ragged. */
final class TextTable {
  private TextTable() {}

  static void append(StringBuilder text, String indent, List<String[]> rows) {
    for (String[] row : rows) {
      text.append(indent);
      for (int column = 0; column < row.length; column++) {
        text.append(row[column]);
        if (column < row.length - 1) {
          text.append(" ".repeat(width(rows, column) - row[column].length() + 2));
        }
      }
      text.append('\n');
    }
  }

  private static int width(List<String[]> rows, int column) {
    return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
  }
}
