package io.serai.interchange;

import io.serai.document.Document;
import io.serai.document.DocumentParts;
import io.serai.document.DocumentStore;
import io.serai.document.Refused;
import io.serai.edi.DocumentFromJson;
import io.serai.edi.SupplierFiles;
import io.serai.edi.document.Acknowledgment;
import io.serai.edi.document.EdiDocument;
import io.serai.edi.document.Invoice;
import io.serai.edi.document.OrderChangeAnswer;
import io.serai.edi.document.OrderStatus;
import io.serai.edi.document.ShipNotice;
import io.serai.edi.document.StockAdvice;
import io.serai.exchange.FileSource;
import io.serai.exchange.StockReader;
import io.serai.exchange.SupplierFile;
import io.serai.interchange.ReceivedStore.SetPlace;
import io.serai.mapping.Json;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The sets of a supplier, each a document that holds its canonical JSON. Stock, and a set that was
 * refused and is replayed, is read again from the file in which it came, by the agreement as it is
 * now.
 */
public final class SetFiles implements FileSource {
  private final Partner partner;
  private final DocumentStore documents;
  private final DocumentParts parts;
  private final ReceivedStore received;
  private final boolean fromFile;

  public SetFiles(
      Partner partner, DocumentStore documents, DocumentParts parts, ReceivedStore received) {
    this(partner, documents, parts, received, false);
  }

  private SetFiles(
      Partner partner,
      DocumentStore documents,
      DocumentParts parts,
      ReceivedStore received,
      boolean fromFile) {
    this.partner = partner;
    this.documents = documents;
    this.parts = parts;
    this.received = received;
    this.fromFile = fromFile;
  }

  @Override
  public FileSource afresh() {
    return new SetFiles(partner, documents, parts, received, true);
  }

  @Override
  public SupplierFile read(Handle handle, Document set) {
    return says(document(handle, set), set);
  }

  @Override
  public List<StockReader.Fault> leftOut(Handle handle, Document set) {
    List<StockReader.Fault> faults = new ArrayList<>();
    EdiDocument document;
    if (isKept(set)) {
      document = kept(set);
    } else {
      SetAgain again = again(handle, set, StockRows.NONE);
      document = again.document();
      faults.addAll(again.lines());
    }
    if (!(document instanceof StockAdvice)) {
      faults.addAll(said(document, set).faults());
    }
    return faults;
  }

  @Override
  public void readStock(Handle handle, Document set, StockReader reader) {
    again(handle, set, new StockRows(partner, reader)).document();
  }

  private SupplierFile says(EdiDocument document, Document set) {
    return document instanceof StockAdvice
        ? new SupplierFile.StockAdvice()
        : said(document, set).said();
  }

  private SupplierFiles.Result<? extends SupplierFile> said(EdiDocument document, Document set) {
    SupplierFiles files = new SupplierFiles(partner.agreement());
    if (document instanceof Acknowledgment acknowledgment) {
      return files.acknowledgment(acknowledgment);
    }
    if (document instanceof OrderChangeAnswer answer) {
      return files.changeAnswer(answer);
    }
    if (document instanceof ShipNotice notice) {
      return files.shipNotice(notice);
    }
    if (document instanceof OrderStatus status) {
      return files.orderStatus(status);
    }
    if (document instanceof Invoice invoice) {
      return whole(files.invoice(invoice));
    }
    throw new Refused(
        set.name() + ": nothing follows from a document of this kind", "Leave it where it is.");
  }

  // An invoice without one of its lines would be another invoice.
  private static SupplierFiles.Result<SupplierFile.Invoices> whole(
      SupplierFiles.Result<SupplierFile.Invoices> invoice) {
    if (!invoice.faults().isEmpty()) {
      throw invoice.faults().get(0).cause();
    }
    return invoice;
  }

  private EdiDocument document(Handle handle, Document set) {
    return isKept(set) ? kept(set) : again(handle, set, StockRows.NONE).document();
  }

  private boolean isKept(Document set) {
    return !fromFile && set.content().length > 0;
  }

  private static EdiDocument kept(Document set) {
    return DocumentFromJson.of(Json.read(set.text()));
  }

  // What the set says by the file in which it came, and the agreement of today.
  private SetAgain again(Handle handle, Document set, StockRows stock) {
    SetPlace place = received.place(handle, set.id());
    SetAgain again = new SetAgain(set.name(), place, stock);
    again.read(parts.open(handle, documents.get(handle, place.file())), partner.agreement());
    return again;
  }
}
