package io.serai.exchange.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.serai.document.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One file of a supplier: a header row, then rows that have as many fields as it. What is not so is
 * refused with its file and line.
 */
final class CsvFile {
  private final String name;
  private final CsvLayout layout;

  CsvFile(String name, CsvLayout layout) {
    this.name = name;
    this.layout = layout;
  }

  /**
   * Reads all rows.
   *
   * @param columns the usual names of the columns that must be there
   */
  <T> List<T> rows(byte[] content, List<String> columns, Function<CsvRow, T> reader) {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().fieldSeparator(layout.separator()).ofCsvRecord(text(content))) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw empty();
      }
      List<String> header = header(records.next(), columns);
      List<T> rows = new ArrayList<>();
      while (records.hasNext()) {
        CsvRecord row = records.next();
        refuseUnlessWhole(header, row);
        rows.add(reader.apply(new CsvRow(name, layout, header, row)));
      }
      return rows;
    } catch (CsvParseException e) {
      throw new Refused(
          name + ": " + cause(e),
          "Ask the supplier to send it again whole; check separator '"
              + layout.separator()
              + "' if it always happens.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> header(CsvRecord row, List<String> columns) {
    List<String> header = row.getFields();
    refuseNul(row);
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!seen.add(column)) {
        throw new Refused(
            place(row) + ": has the column '" + column + "' twice",
            "Ask the supplier to name each column once.");
      }
    }
    List<String> missing =
        columns.stream().map(layout::column).filter(wanted -> !seen.contains(wanted)).toList();
    if (!missing.isEmpty()) {
      throw new Refused(
          place(row)
              + ": has no column "
              + String.join(", ", missing)
              + "; its columns are "
              + String.join(", ", header),
          "Ask the supplier for the column, or name its own under settings.columns.");
    }
    return header;
  }

  // A separator inside an amount shifts every field behind it: the row would be read as another.
  private void refuseUnlessWhole(List<String> header, CsvRecord row) {
    if (row.getFieldCount() != header.size()) {
      throw new Refused(
          place(row)
              + ": has "
              + row.getFieldCount()
              + " fields where the header has "
              + header.size(),
          "Ask the supplier to put fields that hold a '"
              + layout.separator()
              + "' in double quotes, and to write every field of a row, empty or not.");
    }
    refuseNul(row);
  }

  private void refuseNul(CsvRecord row) {
    if (row.getFields().stream().anyMatch(field -> field.indexOf('\0') >= 0)) {
      throw new Refused(
          place(row) + ": has a NUL character, which is no text",
          "Ask the supplier to send it as text; check settings.charset if it always happens.");
    }
  }

  private String text(byte[] content) {
    String text = decoded(content);
    if (text.isBlank()) {
      throw empty();
    }
    if (layout.finalNewline() && !text.endsWith("\n")) {
      throw new Refused(
          name + ": does not end with a line break, so it was cut short",
          "Ask the supplier to send it again whole, or set settings.finalNewline to false if its files always end so.");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private Refused empty() {
    return new Refused(name + ": is empty", "Ask the supplier to send it again.");
  }

  private String decoded(byte[] content) {
    var decoder =
        layout
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text =
        CharBuffer.allocate((int) Math.ceil(content.length * (double) decoder.maxCharsPerByte()));
    boolean good = !decoder.decode(ByteBuffer.wrap(content), text, true).isError();
    good = good && !decoder.flush(text).isError();
    String decoded = text.flip().toString();
    if (!good) {
      long line = 1 + decoded.chars().filter(character -> character == '\n').count();
      throw new Refused(
          name + ":" + line + ": is not written in " + layout.charset().name(),
          "Set settings.charset to what the supplier writes, such as ISO-8859-1 or windows-1252, or ask it for "
              + layout.charset().name()
              + ".");
    }
    return decoded;
  }

  private String place(CsvRecord row) {
    return name + ":" + row.getStartingLineNumber();
  }

  private static String cause(CsvParseException e) {
    return e.getCause() == null
        ? e.getMessage()
        : e.getMessage() + ": " + e.getCause().getMessage();
  }
}
