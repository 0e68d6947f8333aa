package io.serai.exchange;

import io.serai.alert.Alert;
import io.serai.exchange.AskedPrices.Price;
import io.serai.exchange.SupplierFile.AcknowledgedLine;
import io.serai.shipment.Shipment;
import io.serai.stock.Reservation;
import io.serai.supplier.Supplier;
import io.serai.timeline.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Suppliers that accept at another price than was asked. The acceptance stands, since the customer
 * has paid already; the price is kept for the invoice, and the merchant is told once a line.
 */
final class AnsweredPrices {
  private final AskedPrices prices = new AskedPrices();
  private final Map<String, Supplier> suppliers;
  private final Map<Long, Price> known;
  private final Set<Long> told = new HashSet<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();

  /** Those of one file; if it names prices, those of all its purchase order lines are read. */
  AnsweredPrices(
      Handle handle,
      Map<String, Supplier> suppliers,
      SupplierFile.Acknowledgment file,
      Answered answered) {
    boolean named = file.lines().stream().anyMatch(line -> line.unitPrice().isPresent());
    this.suppliers = suppliers;
    this.known = named ? prices.of(handle, answered.reservationIds()) : Map.of();
  }

  List<Entry> entries() {
    return entries;
  }

  List<Alert> alerts() {
    return alerts;
  }

  /** Takes the price of an acceptance, if it names one. */
  void take(Handle handle, Shipment shipment, Reservation asked, AcknowledgedLine line) {
    if (line.unitPrice().isEmpty()) {
      return;
    }
    Price price = known.get(asked.id());
    BigDecimal answered = line.unitPrice().get();
    if (price == null || price.agreed().compareTo(answered) == 0) {
      return;
    }
    prices.answered(handle, asked.id(), answered);
    known.put(asked.id(), new Price(price.asked(), price.currency(), Optional.of(answered)));
    boolean tells = suppliers.get(asked.supplier()).answering().tells(price.asked(), answered);
    if (tells && told.add(asked.id())) {
      tell(shipment, asked, price, answered);
    }
  }

  private void tell(Shipment shipment, Reservation asked, Price price, BigDecimal answered) {
    String text =
        "%s accepts %s on purchase order %s, line %d, at %s %s a unit, where %s %s was asked."
            .formatted(
                asked.supplier(),
                asked.sku(),
                shipment.poNumber(),
                asked.lineNumber(),
                answered.toPlainString(),
                price.currency(),
                price.asked().toPlainString(),
                price.currency());
    entries.add(new Entry(shipment.orderId(), "acknowledged", text));
    alerts.add(
        new Alert(
            "price-changed",
            "price-changed:" + shipment.poNumber() + "/" + asked.lineNumber(),
            Optional.of(shipment.orderId()),
            text
                + " It was accepted, and its invoice is compared with the new price."
                + " Settle the price with the supplier, and correct the cost in its stock file."));
  }
}
