package io.serai.hub;

import io.serai.database.Database;
import io.serai.document.Document;
import io.serai.document.DocumentStore;
import io.serai.exchange.Acknowledgments;
import io.serai.exchange.ApplyingStock;
import io.serai.exchange.DocumentFormat;
import io.serai.exchange.FilePart;
import io.serai.exchange.FileSource;
import io.serai.exchange.PurchaseOrders;
import io.serai.exchange.ShipNotices;
import io.serai.exchange.SilentSuppliers;
import io.serai.exchange.StatusReports;
import io.serai.exchange.SupplierFile;
import io.serai.invoice.Invoices;
import io.serai.release.JointRelease;
import io.serai.shipment.ShipmentStore;
import io.serai.trace.OrderTraces;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.camel.ExchangeProperty;
import org.jdbi.v3.core.Handle;

/**
 * Bean {@code suppliers}: purchase orders are written for them, and what their files say is
 * applied.
 */
public final class SupplierDesk {
  private final Database database;
  private final DocumentStore documents;
  private final ShipmentStore shipments;
  private final JointRelease jointRelease;
  private final PurchaseOrders purchaseOrders;
  private final Acknowledgments acknowledgments;
  private final ShipNotices shipNotices;
  private final Invoices invoices;
  private final StatusReports statusReports;
  private final ApplyingStock applyingStock;
  private final SilentSuppliers silent;
  private final Map<String, DocumentFormat> formats;
  private final Map<String, FileSource> sources;

  private final OrderTraces traces;

  SupplierDesk(
      Database database,
      DocumentStore documents,
      ShipmentStore shipments,
      JointRelease jointRelease,
      PurchaseOrders purchaseOrders,
      Acknowledgments acknowledgments,
      ShipNotices shipNotices,
      Invoices invoices,
      StatusReports statusReports,
      ApplyingStock applyingStock,
      SilentSuppliers silent,
      Map<String, DocumentFormat> formats,
      Map<String, FileSource> sources,
      OrderTraces traces) {
    this.database = database;
    this.traces = traces;
    this.documents = documents;
    this.shipments = shipments;
    this.jointRelease = jointRelease;
    this.purchaseOrders = purchaseOrders;
    this.acknowledgments = acknowledgments;
    this.shipNotices = shipNotices;
    this.invoices = invoices;
    this.statusReports = statusReports;
    this.applyingStock = applyingStock;
    this.silent = silent;
    this.formats = formats;
    this.sources = sources;
  }

  /**
   * Plans the orders that have waited for each other together, before their purchase orders go out.
   */
  public void planTogether() {
    boolean more;
    do {
      more = database.inTransaction(jointRelease::planTogether);
    } while (more);
  }

  /** The suppliers that have purchase orders due to go out now. */
  public List<String> due() {
    return database.inTransaction(shipments::suppliersDue);
  }

  /** Whether the hub can write files for a supplier: whether it is still configured. */
  public boolean writesFiles(@ExchangeProperty("supplier") String supplier) {
    return formats.containsKey(supplier);
  }

  /**
   * Writes the purchase orders of a supplier that are due together into one file, which is owed
   * from then on.
   */
  public void gather(@ExchangeProperty("supplier") String supplier) {
    DocumentFormat format = formats.get(supplier);
    int written;
    do {
      written = database.inTransaction(handle -> purchaseOrders.gather(handle, supplier, format));
    } while (written > 0);
  }

  /** What a file says, whatever its format. */
  public SupplierFile read(Document file) {
    return database.inTransaction(handle -> sources.get(file.account()).read(handle, file));
  }

  /** What kind of file it is, as routes name it. */
  public String kind(SupplierFile file) {
    if (file instanceof SupplierFile.Acknowledgment) {
      return "acknowledgment";
    }
    if (file instanceof SupplierFile.ShipNotice) {
      return "ship-notice";
    }
    if (file instanceof SupplierFile.Invoices) {
      return "invoice";
    }
    return file instanceof SupplierFile.StatusReport ? "order-status" : "stock-advice";
  }

  /** Applies the answers to purchase orders. */
  public void applyAcknowledgment(
      @ExchangeProperty("document") Document file, SupplierFile.Acknowledgment acknowledgment) {
    once(
        file,
        handle -> {
          acknowledgments.apply(handle, file, acknowledgment);
          traces.applied(
              handle,
              file,
              acknowledgment.lines().stream()
                  .map(SupplierFile.AcknowledgedLine::poNumber)
                  .collect(Collectors.toSet()));
        });
  }

  /** Applies a ship notice. */
  public void applyShipNotice(
      @ExchangeProperty("document") Document file, SupplierFile.ShipNotice notice) {
    once(
        file,
        handle -> {
          shipNotices.apply(handle, file, notice);
          traces.applied(
              handle,
              file,
              notice.lines().stream()
                  .map(SupplierFile.NoticedLine::poNumber)
                  .collect(Collectors.toSet()));
        });
  }

  /** Takes in what a supplier wants to be paid. */
  public void applyInvoices(
      @ExchangeProperty("document") Document file, SupplierFile.Invoices billed) {
    once(file, handle -> invoices.apply(handle, file, billed));
  }

  /** Keeps what a supplier tells of how far it is. */
  public void applyStatusReport(
      @ExchangeProperty("document") Document file, SupplierFile.StatusReport report) {
    once(file, handle -> statusReports.apply(handle, file, report));
  }

  /** Applies a stock file, in as many transactions as it needs. */
  public void applyStockAdvice(@ExchangeProperty("document") Document file) {
    applyingStock.apply(database, file, sources.get(file.account()));
  }

  /** Tells the merchant of suppliers whose stock has become too old to count. */
  public void tellOfSilence() {
    database.useTransaction(silent::tell);
  }

  private void once(Document file, Consumer<Handle> work) {
    database.useTransaction(
        handle -> {
          if (!documents.claim(handle, List.of(file.id())).isEmpty()) {
            FilePart.quarantine(
                handle, documents, file, sources.get(file.account()).leftOut(handle, file));
            work.accept(handle);
            // A line that is replayed may have been put before a person again.
            if (documents.waits(handle, file.id())) {
              documents.applied(handle, List.of(file.id()));
            }
          }
        });
  }
}
