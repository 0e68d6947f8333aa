package io.serai.exchange.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.serai.exchange.tabular.Row;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/** One row of a supplier's CSV file. */
final class CsvRow extends Row {
  private final CsvColumns columns;
  private final CsvLayout layout;
  private final CsvRecord row;

  CsvRow(CsvColumns columns, CsvRecord row) {
    this.columns = columns;
    this.layout = columns.layout();
    this.row = row;
  }

  @Override
  public String place() {
    return columns.file() + ":" + row.getStartingLineNumber();
  }

  @Override
  public String says() {
    return String.join(String.valueOf(layout.separator()), row.getFields());
  }

  @Override
  public String text(String column) {
    int field = columns.of(column);
    return field < 0 ? "" : row.getField(field).strip();
  }

  @Override
  protected String place(String column) {
    return place() + ": " + layout.column(column);
  }

  @Override
  protected BigDecimal amount(String column, String text) {
    if (!layout.isAmount(text)) {
      throw refused(
          column,
          text,
          "is no amount",
          "Amounts are 0 or more, and written like 4" + layout.decimalMark() + "10 (decimalMark).");
    }
    return new BigDecimal(text.replace(layout.decimalMark(), '.'));
  }

  @Override
  protected LocalDate date(String column, String text) {
    try {
      return columns.date(text);
    } catch (DateTimeException e) {
      throw refused(
          column,
          text,
          "is no date",
          "Dates are written like "
              + LocalDate.of(2026, 12, 31).format(layout.date())
              + " (dateFormat).");
    }
  }
}
