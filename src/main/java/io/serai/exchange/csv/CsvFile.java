package io.serai.exchange.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.serai.document.Refused;
import io.serai.exchange.tabular.FileText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
   * Reads row by row, and holds none.
   *
   * @param content opened anew at each call, for a closer look at a fault
   * @param columns the usual names of the columns that must be there
   */
  void each(Supplier<InputStream> content, List<String> columns, Consumer<? super CsvRow> reader) {
    FileText text = new FileText(content.get(), layout.charset());
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().fieldSeparator(layout.separator()).ofCsvRecord(text)) {
      read(csv, columns, reader);
      refuseCutShort(text);
    } catch (Refused row) {
      refuseCutShortFirst(content);
      throw row;
    } catch (CsvParseException | UncheckedIOException e) {
      refuseMalformed(e, content);
      refuseCutShortFirst(content);
      throw new Refused(
          name + ": " + cause(e),
          "Ask the supplier to send it again whole; check separator '"
              + layout.separator()
              + "' if it always happens.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(
      CsvReader<CsvRecord> csv, List<String> columns, Consumer<? super CsvRow> reader) {
    Iterator<CsvRecord> records = csv.iterator();
    if (!records.hasNext()) {
      throw empty();
    }
    List<String> header = header(records.next(), columns);
    CsvColumns read = new CsvColumns(name, layout, header);
    while (records.hasNext()) {
      CsvRecord row = records.next();
      refuseUnlessWhole(header, row);
      reader.accept(new CsvRow(read, row));
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
    for (int field = 0; field < row.getFieldCount(); field++) {
      if (row.getField(field).indexOf('\0') >= 0) {
        throw new Refused(
            place(row) + ": has a NUL character, which is no text",
            "Ask the supplier to send it as text; check settings.charset if it always happens.");
      }
    }
  }

  private void refuseCutShort(FileText text) {
    if (layout.finalNewline() && !text.endsWithLineBreak()) {
      throw new Refused(
          name + ": does not end with a line break, so it was cut short",
          "Ask the supplier to send it again whole, or set settings.finalNewline to false if its files always end so.");
    }
  }

  // A row that makes no sense may be the last of a file that was cut short, which is the better
  // thing to say.
  private void refuseCutShortFirst(Supplier<InputStream> content) {
    try (FileText text = new FileText(content.get(), layout.charset())) {
      char[] rest = new char[1 << 13];
      long characters = 0;
      for (int count = text.read(rest, 0, rest.length); count > 0; ) {
        characters += count;
        count = text.read(rest, 0, rest.length);
      }
      if (characters > 0) {
        refuseCutShort(text);
      }
    } catch (CharacterCodingException e) {
      refuseMalformed(e, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseMalformed(Exception e, Supplier<InputStream> content) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        throw new Refused(
            name + ":" + malformedLine(content) + ": is not written in " + layout.charset().name(),
            "Set settings.charset to what the supplier writes, such as ISO-8859-1 or windows-1252, or ask it for "
                + layout.charset().name()
                + ".");
      }
    }
  }

  private long malformedLine(Supplier<InputStream> content) {
    try {
      return FileText.malformed(content.get(), layout.charset()).line();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Refused empty() {
    return new Refused(name + ": is empty", "Ask the supplier to send it again.");
  }

  private String place(CsvRecord row) {
    return name + ":" + row.getStartingLineNumber();
  }

  private static String cause(Exception e) {
    return e.getCause() == null
        ? e.getMessage()
        : e.getMessage() + ": " + e.getCause().getMessage();
  }
}
