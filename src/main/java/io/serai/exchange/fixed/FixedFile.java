package io.serai.exchange.fixed;

import io.serai.document.Refused;
import io.serai.exchange.tabular.FileText;
import io.serai.exchange.tabular.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One file of a supplier: its records by their types, its lines with what their headers say, its
 * trailers compared with what came. What is not so is refused with its file and line.
 */
final class FixedFile {
  private final String name;
  private final FixedLayout layout;
  private final FileLayout types;
  private final HeldRecords held = new HeldRecords();
  private final Tallies tallies;

  FixedFile(String name, FixedLayout layout, FileLayout types) {
    this.name = name;
    this.layout = layout;
    this.types = types;
    this.tallies = new Tallies(name, types);
  }

  /**
   * Goes through the lines, and holds none.
   *
   * @param content opened anew at each call, for a closer look at a fault
   */
  void each(Supplier<InputStream> content, Consumer<Row> reader) {
    try (FileText text = new FileText(content.get(), layout.charset())) {
      Records records = new Records(name, layout, types.length(), text);
      String record = records.next();
      if (record == null) {
        throw new Refused(name + ": is empty", "Ask the supplier to send it again.");
      }
      for (; record != null; record = records.next()) {
        read(placed(record, records.place()), reader);
      }
      tallies.end();
    } catch (CharacterCodingException e) {
      throw malformed(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(PlacedRecord record, Consumer<Row> reader) {
    tallies.count(record);
    switch (record.type().role()) {
      case HEADER, FILE_HEADER -> held.hold(record);
      case LINE -> {
        List<PlacedRecord> headers = held.nearestFirst();
        FixedRow row = new FixedRow(layout, types, record, headers);
        tallies.add(row);
        reader.accept(row);
      }
      case TRAILER, FILE_TRAILER -> tallies.compare(record);
      case IGNORED -> {
        // It says nothing to us.
      }
    }
  }

  private PlacedRecord placed(String record, String place) {
    RecordType type =
        types
            .typeOf(record)
            .orElseThrow(
                () ->
                    new Refused(
                        place + ": '" + Span.start(record, 20) + "' begins no record we know",
                        "Records are known by their marks: "
                            + types.marks()
                            + ". Add one with the role ignored to the layout for records that say nothing to us."));
    if (record.indexOf('\0') >= 0) {
      throw new Refused(
          place + ": has a NUL character, which is no text",
          "Ask the supplier to send it as text; check settings.charset if it always happens.");
    }
    refuseUnlessWhole(type, record, place);
    return new PlacedRecord(type, place, record);
  }

  // A record that is too short or too long has lost or won a character somewhere, and what stands
  // behind it would be read as another value.
  private void refuseUnlessWhole(RecordType type, String record, String place) {
    int width = Span.width(record);
    boolean whole = width == type.length() || types.trimmed() && width < type.length();
    boolean blankBehind =
        width > type.length() && new Span(type.length() + 1, width).in(record).isBlank();
    if (!whole && !blankBehind) {
      throw new Refused(
          place + ": has " + width + " characters where " + type.words() + " has " + type.length(),
          width < type.length()
              ? "Ask the supplier to send it again whole; set trimmed in the layout if it leaves out blanks at the end of its records."
              : "Ask the supplier what stands where, or correct length in the layout.");
    }
  }

  private Refused malformed(Supplier<InputStream> content) {
    try {
      FileText.Malformed at = FileText.malformed(content.get(), layout.charset());
      long record = layout.lineEnd().isEmpty() ? at.characters() / types.length() + 1 : at.line();
      return new Refused(
          name + ":" + record + ": is not written in " + layout.charset().name(),
          "Set settings.charset to what the supplier writes, such as ISO-8859-1 or windows-1252, or ask it for "
              + layout.charset().name()
              + ".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
