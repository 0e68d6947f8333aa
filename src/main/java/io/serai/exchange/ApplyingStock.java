package io.serai.exchange;

import io.serai.backorder.RestockNews;
import io.serai.backorder.Restocks;
import io.serai.database.Database;
import io.serai.document.Document;
import io.serai.document.DocumentStore;
import io.serai.document.Refused;
import io.serai.stock.FirstOffers;
import io.serai.stock.StockAdvices;
import io.serai.stock.StockAge;
import io.serai.stock.StockRowSink;
import io.serai.supplier.Supplier;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies a stock file of any size: it streams from the database through its format into a
 * temporary table, and from there, a part a transaction, into the offers. Only the last transaction
 * marks it as applied; one that was interrupted is applied again from its start, which changes
 * nothing twice. Queues of what has risen are noted to be served.
 */
public final class ApplyingStock {
  private static final Logger LOG = LoggerFactory.getLogger(ApplyingStock.class);

  private final DocumentStore documents;
  private final StockAdvices advices;
  private final StockAge age;
  private final Restocks restocks;
  private final RestockNews news;
  private final Map<String, Supplier> suppliers;

  public ApplyingStock(
      DocumentStore documents,
      StockAdvices advices,
      StockAge age,
      Restocks restocks,
      RestockNews news,
      Map<String, Supplier> suppliers) {
    this.documents = documents;
    this.advices = advices;
    this.age = age;
    this.restocks = restocks;
    this.news = news;
    this.suppliers = suppliers;
  }

  /**
   * Applies a file that waits; one that another hub is at, or has applied, is left.
   *
   * <p>One file at a time in this hub: each needs two connections, and two that each had one would
   * wait for each other when there are no more.
   */
  public synchronized void apply(Database database, Document file, FileSource source) {
    database.useSession(
        session -> {
          if (!begin(session, file.account())) {
            return;
          }
          try {
            if (documents.waits(session, file.id())) {
              apply(database, session, file, source);
            }
          } finally {
            end(session, file.account());
          }
        });
  }

  private void apply(Database database, Handle session, Document file, FileSource source) {
    Supplier supplier = suppliers.get(file.account());
    if (advices.isFirst(session, supplier.id())
        && applyFirst(database, session, file, source, supplier)) {
      return;
    }
    List<StockReader.Fault> faults = StockFileRows.none();
    database.useSession(
        reading -> advices.stage(session, staging -> read(reading, file, source, staging, faults)));
    int rows = advices.compare(session, supplier.id());
    for (int from = 1; from <= rows; from += StockAdvices.PART) {
      int next = from;
      session.useTransaction(handle -> applyPart(handle, supplier, next));
    }
    session.useTransaction(handle -> settle(handle, file, faults));
  }

  // All of it in one transaction; false when its SKUs are in no order, and nothing has been done.
  private boolean applyFirst(
      Database database, Handle session, Document file, FileSource source, Supplier supplier) {
    List<StockReader.Fault> faults = StockFileRows.none();
    try {
      database.useSession(
          reading ->
              session.useTransaction(
                  handle -> {
                    note(
                        handle,
                        advices.first(
                            handle,
                            supplier.id(),
                            supplier.leadDays(),
                            offers -> read(reading, file, source, offers, faults)));
                    settle(handle, file, faults);
                  }));
      return true;
    } catch (FirstOffers.OutOfOrder e) {
      LOG.debug("{} goes the usual way: {}", file.name(), e.getMessage());
      return false;
    }
  }

  private void read(
      Handle reading,
      Document file,
      FileSource source,
      StockRowSink rows,
      List<StockReader.Fault> faults) {
    try {
      source.readStock(reading, file, new StockFileRows(rows, faults));
    } catch (Refused refused) {
      String fault = refused.getMessage();
      throw fault.startsWith(file.name())
          ? refused
          : new Refused(file.name() + ": " + fault, refused.cure());
    }
  }

  private void applyPart(Handle handle, Supplier supplier, int from) {
    note(handle, advices.apply(handle, supplier.id(), supplier.leadDays(), from));
  }

  private void note(Handle handle, StockAdvices.Change change) {
    restocks.note(handle, change.risen());
    restocks.note(handle, change.fresh());
    news.note(handle, change.fresh());
  }

  private void settle(Handle handle, Document file, List<StockReader.Fault> faults) {
    FilePart.quarantine(handle, documents, file, faults);
    if (age.heard(handle, file.account(), file.at())) {
      LOG.info("Supplier {} has sent stock again, and its offers count again", file.account());
      restocks.noteOffersOf(handle, file.account());
    }
    if (documents.waits(handle, file.id())) {
      documents.applied(handle, List.of(file.id()));
    }
  }

  // Held by the connection, so it ends with it, however the hub ends.
  private static boolean begin(Handle session, String supplier) {
    return session
        .createQuery("select pg_try_advisory_lock(hashtext('stock file'), hashtext(:supplier))")
        .bind("supplier", supplier)
        .mapTo(Boolean.class)
        .one();
  }

  private static void end(Handle session, String supplier) {
    StockAdvices.dropTables(session);
    session.execute("select pg_advisory_unlock(hashtext('stock file'), hashtext(?))", supplier);
  }
}
