package io.serai.exchange;

import io.serai.document.Document;
import io.serai.document.DocumentParts;
import org.jdbi.v3.core.Handle;

/** Files that each are one document, and told by their names. */
public final class WholeFiles implements FileSource {
  private final DocumentFormat format;
  private final DocumentParts parts;

  public WholeFiles(DocumentFormat format, DocumentParts parts) {
    this.format = format;
    this.parts = parts;
  }

  @Override
  public SupplierFile read(Handle handle, Document file) {
    return format.isStockAdvice(file.name())
        ? new SupplierFile.StockAdvice()
        : format.read(file.name(), parts.whole(handle, file));
  }

  @Override
  public void readStock(Handle handle, Document file, StockReader reader) {
    format.readStock(file.name(), () -> parts.open(handle, file), reader);
  }
}
