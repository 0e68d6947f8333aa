package io.serai.interchange;

import io.serai.alert.Alert;
import io.serai.exchange.Books;
import io.serai.interchange.SentStore.Sent;
import io.serai.shipment.Shipment;
import io.serai.supplier.Supplier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What follows when a supplier does not take what we sent. */
final class Rejections {
  private final Books books;
  private final Map<String, Supplier> suppliers;

  Rejections(Books books, Map<String, Supplier> suppliers) {
    this.books = books;
    this.suppliers = suppliers;
  }

  /** What was refused of an interchange, and why. */
  record Rejection(Sent interchange, Set<String> purchaseOrders, String faults) {}

  /** Marks what was sent, lets purchase orders count as unanswered, and tells somebody. */
  void tell(Handle handle, String supplier, List<Rejection> rejections) {
    if (rejections.isEmpty()) {
      return;
    }
    Set<String> numbers =
        rejections.stream()
            .flatMap(rejection -> rejection.purchaseOrders().stream())
            .collect(Collectors.toSet());
    Map<String, Shipment> shipments = books.shipments().byPoNumber(handle, supplier, numbers);
    books
        .orders()
        .lock(handle, shipments.values().stream().map(Shipment::orderId).sorted().toList());
    for (Rejection rejection : rejections) {
      boolean asks = rejection.interchange().type().matches("850|ORDERS");
      if (asks) {
        books.shipments().answerNow(handle, supplier, rejection.purchaseOrders());
      }
      String fault = fault(supplier, rejection);
      String cure = cure(supplier, asks);
      books.documents().quarantine(handle, rejection.interchange().document(), fault, cure);
      books.alerts().raise(handle, List.of(alert(rejection, fault + " " + cure)));
    }
  }

  private static String fault(String supplier, Rejection rejection) {
    Sent interchange = rejection.interchange();
    return supplier
        + " refuses "
        + interchange.type()
        + " of interchange "
        + interchange.control()
        + ", purchase orders "
        + rejection.purchaseOrders().stream()
            .filter(number -> !number.isEmpty())
            .collect(Collectors.joining(", "))
        + ": "
        + rejection.faults()
        + ".";
  }

  private String cure(String supplier, boolean asks) {
    if (!asks) {
      return "It knows nothing of what this document asks: tell it by telephone.";
    }
    boolean heard =
        Optional.ofNullable(suppliers.get(supplier))
            .flatMap(each -> each.answering().within())
            .isPresent();
    return heard
        ? "What it has not accepted is taken back and planned anew; mend its agreement for the next ones."
        : "Nobody ships these units: mend its agreement and put the file into its folder again, or cancel them.";
  }

  private static Alert alert(Rejection rejection, String text) {
    return new Alert(
        "document-refused",
        "document-refused:" + rejection.interchange().id(),
        Optional.empty(),
        text);
  }
}
