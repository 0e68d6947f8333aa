package io.serai.exchange;

import io.serai.channel.Carriers;
import io.serai.channel.TrackingPosts;
import io.serai.delivery.DeliveryStore;
import io.serai.delivery.Owed;
import io.serai.document.Document;
import io.serai.document.DocumentStore;
import io.serai.exchange.SupplierFile.NoticedLine;
import io.serai.notify.Letters;
import io.serai.notify.Letters.About;
import io.serai.notify.Letters.Item;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.order.OrderStore;
import io.serai.order.Place;
import io.serai.order.Shift;
import io.serai.shipment.PackageStore;
import io.serai.shipment.Shipment;
import io.serai.shipment.ShipmentStore;
import io.serai.shipment.ShippedPackage;
import io.serai.stock.Ledger;
import io.serai.stock.Ledger.Settled;
import io.serai.stock.Reservation;
import io.serai.supplier.Supplier;
import io.serai.timeline.Entry;
import io.serai.timeline.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Applies ship notices: units leave the ledger in packages, whose tracking is owed to the channel
 * and the customer.
 */
public final class ShipNotices {
  private final DocumentStore documents;
  private final OrderStore orders;
  private final ShipmentStore shipments;
  private final PackageStore packages;
  private final Ledger ledger;
  private final DeliveryStore deliveries;
  private final Letters letters;
  private final PartialAlert partialAlert;
  private final Timeline timeline;
  private final Map<String, Supplier> suppliers;

  public ShipNotices(
      DocumentStore documents,
      OrderStore orders,
      ShipmentStore shipments,
      PackageStore packages,
      Ledger ledger,
      DeliveryStore deliveries,
      Letters letters,
      PartialAlert partialAlert,
      Timeline timeline,
      Map<String, Supplier> suppliers) {
    this.documents = documents;
    this.orders = orders;
    this.shipments = shipments;
    this.packages = packages;
    this.ledger = ledger;
    this.deliveries = deliveries;
    this.letters = letters;
    this.partialAlert = partialAlert;
    this.timeline = timeline;
    this.suppliers = suppliers;
  }

  /**
   * Applies a file; lines that cannot be are quarantined one by one, and lines told before are
   * left.
   */
  public void apply(Handle handle, Document file, SupplierFile.ShipNotice notice) {
    Answered answered =
        Answered.lock(
            handle,
            orders,
            shipments,
            ledger,
            file.account(),
            notice.lines().stream().map(NoticedLine::poNumber).toList());
    Map<String, Map<Long, Integer>> known =
        packages.contents(handle, notice.lines().stream().map(ShipNotices::reference).toList());
    Map<String, List<NoticedLine>> inPackages = new LinkedHashMap<>();
    notice
        .lines()
        .forEach(
            line ->
                inPackages.computeIfAbsent(reference(line), key -> new ArrayList<>()).add(line));

    Taking taking = new Taking(new ArrayList<>(), new ArrayList<>());
    List<ShippedPackage> shipped = new ArrayList<>();
    inPackages.forEach(
        (reference, lines) -> {
          Map<Long, Integer> before = known.getOrDefault(reference, Map.of());
          Map<Long, Integer> units = take(handle, file, lines, before, answered, taking);
          if (!units.isEmpty()) {
            // More of a package that was told before gets a reference of its own.
            String own = before.isEmpty() ? reference : reference + "/" + file.name();
            shipped.add(shippedPackage(own, lines.get(0), answered, units));
          }
        });
    ledger.lock(
        handle,
        file.account(),
        taking.shipped().stream()
            .map(units -> units.reservation().sku())
            .collect(Collectors.toSet()));
    ledger.ship(handle, taking.shipped());
    orders.shift(handle, taking.shifts());
    tell(handle, answered, shipped);
    shipments.closeWhereDone(handle, answered.shipmentIds());
    orders.endWhereDone(handle, answered.orderIds());
  }

  /** What the lines of one file come to. */
  private record Taking(List<Settled> shipped, List<Shift> shifts) {}

  private Map<Long, Integer> take(
      Handle handle,
      Document file,
      List<NoticedLine> lines,
      Map<Long, Integer> before,
      Answered answered,
      Taking taking) {
    Map<Long, Integer> taken = new TreeMap<>();
    for (NoticedLine line : lines) {
      Reservation asked = answered.line(line.poNumber(), line.line()).orElse(null);
      if (asked == null || !suppliers.get(file.account()).codeOf(asked.sku()).equals(line.code())) {
        quarantine(
            handle,
            file,
            line,
            "supplier "
                + file.account()
                + " has shipped purchase order "
                + line.poNumber()
                + ", line "
                + line.line()
                + " ("
                + line.code()
                + "), which was never asked of it",
            "Ask the supplier which purchase order and line it means; nothing was changed for this line.");
      } else if (!isRepeat(before, asked, line)) {
        int units = Math.min(line.quantity(), asked.open());
        if (units < line.quantity()) {
          quarantine(
              handle,
              file,
              line,
              "ships " + line.quantity() + " units where " + asked.open() + " were open",
              "Ask the supplier whether it shipped too many, or shipped what was cancelled; only the open units count.");
        }
        if (units > 0) {
          ship(line, asked, units, answered, taking);
          taken.merge(asked.id(), units, Integer::sum);
        }
      }
    }
    return taken;
  }

  private static void ship(
      NoticedLine line, Reservation asked, int units, Answered answered, Taking taking) {
    taking.shipped.add(new Settled(asked, units));
    int confirmed = Math.min(units, asked.acknowledged());
    if (confirmed > 0) {
      taking.shifts.add(
          new Shift(asked.orderLineId(), Place.ACKNOWLEDGED, Place.SHIPPED, confirmed));
    }
    if (units > confirmed) {
      taking.shifts.add(
          new Shift(asked.orderLineId(), Place.SENT, Place.SHIPPED, units - confirmed));
    }
    answered.now(line.poNumber(), asked, asked.open() - units, asked.acknowledged() - confirmed);
  }

  // The same package with the same quantity of the same line has been told before.
  private static boolean isRepeat(Map<Long, Integer> before, Reservation asked, NoticedLine line) {
    return before.getOrDefault(asked.id(), 0) == line.quantity() && line.quantity() > 0;
  }

  private void tell(Handle handle, Answered answered, List<ShippedPackage> shipped) {
    Map<Long, Long> orderOf = new TreeMap<>();
    Map<Long, Reservation> lines = new TreeMap<>();
    ledger
        .of(handle, shipped.stream().map(ShippedPackage::shipmentId).collect(Collectors.toSet()))
        .values()
        .forEach(list -> list.forEach(line -> lines.put(line.id(), line)));
    Set<Long> packed =
        shipped.stream()
            .flatMap(parcel -> parcel.units().keySet().stream())
            .map(reservation -> lines.get(reservation).orderLineId())
            .collect(Collectors.toSet());
    Map<Long, Order> loaded = orders.load(handle, answered.orderIds(), packed);
    answered.shipments().forEach(shipment -> orderOf.put(shipment.id(), shipment.orderId()));
    List<Entry> entries = new ArrayList<>();
    List<Owed> owed = new ArrayList<>();
    Map<Long, List<Map<OrderLine, Integer>>> parcels = new TreeMap<>();
    shipped.forEach(
        parcel -> {
          Order order = loaded.get(orderOf.get(parcel.shipmentId()));
          parcels
              .computeIfAbsent(order.id(), id -> new ArrayList<>())
              .add(contents(order, parcel, lines));
        });
    owed.addAll(partialAlert.of(handle, parcels));
    packages.insert(handle, shipped);
    for (ShippedPackage parcel : shipped) {
      Order order = loaded.get(orderOf.get(parcel.shipmentId()));
      Map<OrderLine, Integer> contents = contents(order, parcel, lines);
      owed.add(TrackingPosts.of(order, parcel, contents));
      owed.addAll(letter(order, parcel, contents));
      entries.add(entry(order, parcel, contents));
    }
    deliveries.owe(handle, owed);
    timeline.write(handle, entries);
  }

  private List<Owed> letter(Order order, ShippedPackage parcel, Map<OrderLine, Integer> contents) {
    List<Item> items = new ArrayList<>();
    contents.forEach((line, units) -> items.add(new Item(line.title(), line.sku(), units)));
    return letters.shipped(
        new About(order.id(), order.channel(), order.number(), order.customer()),
        parcel.reference(),
        items,
        Carriers.name(parcel.carrier()),
        parcel.tracking(),
        Carriers.link(parcel.carrier(), parcel.tracking()));
  }

  private static Entry entry(Order order, ShippedPackage parcel, Map<OrderLine, Integer> contents) {
    int units = contents.values().stream().mapToInt(Integer::intValue).sum();
    return new Entry(
        order.id(),
        "shipped",
        units
            + " units shipped with "
            + Carriers.name(parcel.carrier())
            + ", tracking "
            + parcel.tracking()
            + ".");
  }

  private static Map<OrderLine, Integer> contents(
      Order order, ShippedPackage parcel, Map<Long, Reservation> reservations) {
    Map<Long, OrderLine> lines =
        order.lines().stream().collect(Collectors.toMap(OrderLine::id, line -> line));
    Map<OrderLine, Integer> contents = new LinkedHashMap<>();
    parcel
        .units()
        .forEach(
            (reservation, units) ->
                contents.merge(
                    lines.get(reservations.get(reservation).orderLineId()), units, Integer::sum));
    return contents;
  }

  private static ShippedPackage shippedPackage(
      String reference, NoticedLine line, Answered answered, Map<Long, Integer> units) {
    Shipment shipment = answered.shipment(line.poNumber()).orElseThrow();
    return new ShippedPackage(
        shipment.id(), reference, line.carrier(), line.tracking(), line.shippedAt(), units);
  }

  private static String reference(NoticedLine line) {
    return line.poNumber() + "/" + line.tracking() + "/" + line.packageId();
  }

  private void quarantine(
      Handle handle, Document file, NoticedLine line, String fault, String cure) {
    FilePart.quarantine(handle, documents, file, line.place(), line.toString(), fault, cure);
  }
}
