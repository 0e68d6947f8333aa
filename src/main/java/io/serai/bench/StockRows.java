package io.serai.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The rows of a supplier's stock file for measuring, in the order of their SKUs, which suits COPY
 * best.
 */
final class StockRows {
  private static final String AT = "2026-11-23 09:00:00+00";

  private final int rows;

  StockRows(int rows) {
    this.rows = rows;
  }

  /**
   * Writes the rows as the supplier would send them.
   *
   * @param changed of a hundred rows so many have another quantity than on the first day
   */
  void writeFile(Path file, int changed) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("sku,quantity,unit_cost,lead_days,restock_date,restock_quantity\n");
      for (int row = 0; row < rows; row++) {
        int quantity = row % 50 + (row * 37L % 100 < changed ? 50 : 0);
        out.write(sku(row) + "," + quantity + "," + cost(row) + ",2," + restock(row, ",") + "\n");
      }
    }
  }

  /** Writes the same rows as COPY takes them for the table of offers. */
  void writeCopy(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int row = 0; row < rows; row++) {
        int units = row % 50;
        String restock = row % 10 == 0 ? restock(row, "\t") : "\\N\t\\N";
        out.write(
            sku(row)
                + "\tnorth\t"
                + units
                + "\t"
                + units
                + "\t0\t"
                + cost(row)
                + "\t2\t"
                + restock
                + "\t"
                + AT
                + "\n");
      }
    }
  }

  private static String sku(int row) {
    return "SKU-" + (10_000_000 + row * 3L);
  }

  private static String cost(int row) {
    int cents = 100 + row % 900;
    return cents / 100 + "." + cents / 10 % 10 + cents % 10;
  }

  private static String restock(int row, String separator) {
    return row % 10 == 0 ? "2026-12-" + (10 + row / 10 % 20) + separator + "100" : separator;
  }
}
