package io.serai.exchange;

import io.serai.delivery.Delivery;
import io.serai.delivery.Owed;
import io.serai.document.Arrival;
import io.serai.mapping.Json;
import io.serai.recall.Recall;
import io.serai.supplier.Supplier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Cancellation requests from recalls. Those of one supplier are written into one document, which is
 * owed as one file. A purchase order that is written but has not reached its supplier goes out
 * first, and is recalled then.
 */
public final class CancellationRequests {
  private static final int MOST_IN_A_FILE = 500;
  private static final String KIND = "cancellation-request";

  private final Books books;
  private final Map<String, Supplier> suppliers;
  private final Numbering numbering;

  public CancellationRequests(Books books, Map<String, Supplier> suppliers, Numbering numbering) {
    this.books = books;
    this.suppliers = suppliers;
    this.numbering = numbering;
  }

  /** The suppliers that are to be asked now. */
  public List<String> due(Handle handle) {
    return books.recalls().suppliersDue(handle);
  }

  /**
   * Writes the next recalls of a supplier into one document in its format.
   *
   * @return how many recalls have been looked at
   */
  public int gather(Handle handle, String supplier, CancellationFormat format) {
    Set<Long> orders =
        books.recalls().due(handle, supplier, MOST_IN_A_FILE).stream()
            .map(Recall::orderId)
            .collect(Collectors.toSet());
    books.orders().lock(handle, orders);
    List<Recall> due =
        books.recalls().due(handle, supplier, MOST_IN_A_FILE).stream()
            .filter(recall -> orders.contains(recall.orderId()))
            .toList();
    // What has shipped or was refused before anybody could ask is recalled no more.
    books.recalls().settleWhereDone(handle, due.stream().map(Recall::reservationId).toList());
    List<Recall> open = due.stream().filter(recall -> recall.units() > 0).toList();
    if (!open.isEmpty()) {
      write(handle, suppliers.get(supplier), format, open);
    }
    return due.size();
  }

  /** Notes that a file of cancellation requests has reached its supplier. */
  public void sent(Handle handle, Delivery delivery) {
    books.documents().sent(handle, delivery.documentId().orElseThrow());
    books.deliveries().done(handle, delivery.id());
  }

  private void write(
      Handle handle, Supplier supplier, CancellationFormat format, List<Recall> open) {
    Numbers numbers = numbering.begin(handle, supplier.id());
    byte[] content =
        format.write(
            numbers,
            open.stream()
                .map(
                    recall ->
                        new CancellationRequest(
                            recall.poNumber(),
                            recall.line(),
                            supplier.codeOf(recall.sku()),
                            recall.units(),
                            recall.reason()))
                .toList());
    String name = format.fileName(open.get(0).id());
    String key = KIND + ":" + supplier.id() + ":" + name;
    long document =
        books.documents().ready(handle, new Arrival(KIND, supplier.id(), key, name, content));
    numbers.keep(document);
    books
        .recalls()
        .written(
            handle,
            open.stream().map(Recall::id).toList(),
            document,
            supplier.answering().within());
    books
        .deliveries()
        .owe(
            handle,
            List.of(
                new Owed(
                    KIND,
                    supplier.id(),
                    key,
                    Optional.empty(),
                    Optional.of(document),
                    Json.object().put("fileName", name))));
  }
}
