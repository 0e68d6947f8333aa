package io.serai.exchange;

import io.serai.document.Document;
import io.serai.document.DocumentStore;
import io.serai.document.DocumentStore.Origin;
import io.serai.document.Refused;
import io.serai.stock.StockAdviceLine;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * The files of a supplier, and single lines of them that were put before a person and are replayed.
 * A line is read again with its file, by the supplier's format as it is now, and stands alone.
 */
public final class FileLines implements FileSource {
  private final FileSource files;
  private final DocumentStore documents;

  public FileLines(FileSource files, DocumentStore documents) {
    this.files = files;
    this.documents = documents;
  }

  @Override
  public SupplierFile read(Handle handle, Document document) {
    if (!FilePart.isLine(document)) {
      return files.read(handle, document);
    }
    Origin origin = origin(handle, document);
    Document file = documents.get(handle, origin.parent());
    SupplierFile line = only(files.afresh().read(handle, file), origin.part());
    if (isEmpty(line)) {
      throw files.afresh().leftOut(handle, file).stream()
          .filter(fault -> fault.place().equals(origin.part()))
          .map(StockReader.Fault::cause)
          .findFirst()
          .orElseGet(() -> missing(document));
    }
    return line;
  }

  @Override
  public List<StockReader.Fault> leftOut(Handle handle, Document document) {
    return FilePart.isLine(document) ? List.of() : files.leftOut(handle, document);
  }

  @Override
  public void readStock(Handle handle, Document document, StockReader reader) {
    if (!FilePart.isLine(document)) {
      files.readStock(handle, document, reader);
      return;
    }
    Origin origin = origin(handle, document);
    OneRow row = new OneRow(origin.part(), reader);
    files.readStock(handle, documents.get(handle, origin.parent()), row);
    if (!row.found) {
      throw missing(document);
    }
  }

  private Origin origin(Handle handle, Document document) {
    return documents
        .origin(handle, document.id())
        .orElseThrow(
            () ->
                new Refused(
                    document.name() + ": a part of it was applied, so it is not applied again",
                    "It is here to be read; settle it by hand."));
  }

  private static SupplierFile only(SupplierFile file, String place) {
    if (file instanceof SupplierFile.Acknowledgment acknowledgment) {
      return new SupplierFile.Acknowledgment(
          acknowledgment.lines().stream().filter(line -> line.place().equals(place)).toList());
    }
    if (file instanceof SupplierFile.ShipNotice notice) {
      return new SupplierFile.ShipNotice(
          notice.lines().stream().filter(line -> line.place().equals(place)).toList());
    }
    if (file instanceof SupplierFile.Invoices billed) {
      return new SupplierFile.Invoices(
          billed.invoices().stream().filter(invoice -> invoice.place().equals(place)).toList());
    }
    if (file instanceof SupplierFile.StatusReport report) {
      return new SupplierFile.StatusReport(
          report.lines().stream().filter(line -> line.place().equals(place)).toList());
    }
    return file;
  }

  private static boolean isEmpty(SupplierFile file) {
    return file instanceof SupplierFile.Acknowledgment acknowledgment
            && acknowledgment.lines().isEmpty()
        || file instanceof SupplierFile.ShipNotice notice && notice.lines().isEmpty()
        || file instanceof SupplierFile.Invoices billed && billed.invoices().isEmpty()
        || file instanceof SupplierFile.StatusReport report && report.lines().isEmpty();
  }

  private static Refused missing(Document document) {
    return new Refused(
        document.name() + ": there is no such line in its file any more",
        "Look at the file as it came, and whether the supplier's agreement still fits it.");
  }

  private static final class OneRow implements StockReader {
    private final String place;
    private final StockReader reader;
    private boolean found;

    OneRow(String place, StockReader reader) {
      this.place = place;
      this.reader = reader;
    }

    @Override
    public void row(StockAdviceLine line) {
      // Nobody knows where it stands, so it is not the one.
    }

    @Override
    public void row(Supplier<String> at, StockAdviceLine line) {
      if (at.get().equals(place)) {
        found = true;
        reader.row(line);
      }
    }

    @Override
    public void fault(Fault fault) {
      if (fault.place().equals(place)) {
        found = true;
        reader.fault(fault);
      }
    }
  }
}
