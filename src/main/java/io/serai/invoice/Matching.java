package io.serai.invoice;

import io.serai.exchange.AskedPrices;
import io.serai.exchange.AskedPrices.Price;
import io.serai.exchange.Codes;
import io.serai.exchange.SupplierFile.Invoice;
import io.serai.exchange.SupplierFile.InvoicedLine;
import io.serai.shipment.Shipment;
import io.serai.shipment.ShipmentStore;
import io.serai.stock.Ledger;
import io.serai.stock.Reservation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Finds the purchase order line of each line of an invoice: by its number where its code is what
 * that line asks for, else by the code alone, since some number their invoices' lines anew.
 */
final class Matching {
  private final ShipmentStore shipments;
  private final Ledger ledger;
  private final Codes codes;
  private final AskedPrices prices = new AskedPrices();

  Matching(ShipmentStore shipments, Ledger ledger, Codes codes) {
    this.shipments = shipments;
    this.ledger = ledger;
    this.codes = codes;
  }

  List<Matched> match(Handle handle, String supplier, Invoice invoice) {
    Map<String, List<Reservation>> asked = asked(handle, supplier, invoice);
    List<Long> ids = asked.values().stream().flatMap(List::stream).map(Reservation::id).toList();
    Map<Long, Price> agreed = prices.of(handle, ids);
    return invoice.lines().stream()
        .map(
            line -> {
              Optional<Reservation> of = find(line, asked.getOrDefault(line.poNumber(), List.of()));
              return new Matched(line, of, of.map(Reservation::id).map(agreed::get));
            })
        .toList();
  }

  private Map<String, List<Reservation>> asked(Handle handle, String supplier, Invoice invoice) {
    Map<String, Shipment> named =
        shipments.byPoNumber(
            handle,
            supplier,
            invoice.lines().stream().map(InvoicedLine::poNumber).collect(Collectors.toSet()));
    Map<Long, List<Reservation>> lines =
        ledger.of(handle, named.values().stream().map(Shipment::id).toList());
    Map<String, List<Reservation>> asked = new HashMap<>();
    named.forEach(
        (number, shipment) -> asked.put(number, lines.getOrDefault(shipment.id(), List.of())));
    return asked;
  }

  private Optional<Reservation> find(InvoicedLine line, List<Reservation> asked) {
    Predicate<Reservation> numbered = each -> each.lineNumber() == line.line();
    return Stream.<Predicate<Reservation>>of(
            numbered.and(each -> codes.names(line.code(), each)),
            each -> codes.isAsked(line.code(), each),
            each -> codes.names(line.code(), each))
        .flatMap(fits -> asked.stream().filter(fits).limit(1))
        .findFirst();
  }
}
