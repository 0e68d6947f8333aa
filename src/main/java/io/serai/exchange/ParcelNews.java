package io.serai.exchange;

import io.serai.channel.Carriers;
import io.serai.channel.TrackingPosts;
import io.serai.delivery.Owed;
import io.serai.notify.Letters;
import io.serai.notify.Letters.About;
import io.serai.notify.Letters.Item;
import io.serai.order.Order;
import io.serai.order.OrderLine;
import io.serai.shipment.PackageStore;
import io.serai.shipment.ShippedPackage;
import io.serai.stock.Reservation;
import io.serai.timeline.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Keeps packages, and tells the channel, the customer and the order's timeline of them. */
public final class ParcelNews {
  private final Books books;
  private final PackageStore packages;
  private final Letters letters;
  private final PartialAlert partialAlert;

  public ParcelNews(
      Books books, PackageStore packages, Letters letters, PartialAlert partialAlert) {
    this.books = books;
    this.packages = packages;
    this.letters = letters;
    this.partialAlert = partialAlert;
  }

  /** Keeps packages that are new and owes what is to be told of them. */
  void tell(Handle handle, List<ShippedPackage> shipped) {
    Map<ShippedPackage, Contents> parcels = contents(handle, shipped);
    List<Entry> entries = new ArrayList<>();
    List<Owed> owed = new ArrayList<>(partialAlert.of(handle, byOrder(parcels)));
    packages.insert(handle, shipped);
    parcels.forEach(
        (parcel, contents) -> {
          owed.add(TrackingPosts.of(contents.order(), parcel, contents.units()));
          owed.addAll(letter(contents, parcel));
          entries.add(entry(contents, parcel));
        });
    books.deliveries().owe(handle, owed);
    books.timeline().write(handle, entries);
  }

  private static Map<Long, List<Map<OrderLine, Integer>>> byOrder(
      Map<ShippedPackage, Contents> parcels) {
    Map<Long, List<Map<OrderLine, Integer>>> byOrder = new TreeMap<>();
    parcels
        .values()
        .forEach(
            contents ->
                byOrder
                    .computeIfAbsent(contents.order().id(), id -> new ArrayList<>())
                    .add(contents.units()));
    return byOrder;
  }

  /** The customer is told the corrected tracking of a package that was told before. */
  void tellCorrection(Handle handle, ShippedPackage corrected) {
    contents(handle, List.of(corrected))
        .forEach(
            (parcel, contents) -> {
              books.deliveries().owe(handle, letter(contents, parcel));
              books
                  .timeline()
                  .write(
                      handle,
                      List.of(
                          new Entry(
                              contents.order().id(),
                              "shipped",
                              "The supplier has corrected the tracking of a parcel: "
                                  + by(parcel)
                                  + ".")));
            });
  }

  private record Contents(Order order, Map<OrderLine, Integer> units) {}

  private Map<ShippedPackage, Contents> contents(Handle handle, List<ShippedPackage> shipped) {
    Set<Long> shipments =
        shipped.stream().map(ShippedPackage::shipmentId).collect(Collectors.toSet());
    Map<Long, Long> orderOf = books.shipments().orderOf(handle, shipments);
    Map<Long, Long> lineOf = new TreeMap<>();
    books
        .ledger()
        .of(handle, shipments)
        .values()
        .forEach(
            lines ->
                lines.forEach((Reservation line) -> lineOf.put(line.id(), line.orderLineId())));
    Set<Long> packed =
        shipped.stream()
            .flatMap(parcel -> parcel.units().keySet().stream())
            .map(lineOf::get)
            .collect(Collectors.toSet());
    Map<Long, Order> orders = books.orders().load(handle, orderOf.values(), packed);
    Map<ShippedPackage, Contents> contents = new LinkedHashMap<>();
    for (ShippedPackage parcel : shipped) {
      Order order = orders.get(orderOf.get(parcel.shipmentId()));
      contents.put(parcel, new Contents(order, units(order, parcel, lineOf)));
    }
    return contents;
  }

  private static Map<OrderLine, Integer> units(
      Order order, ShippedPackage parcel, Map<Long, Long> lineOf) {
    Map<Long, OrderLine> lines =
        order.lines().stream().collect(Collectors.toMap(OrderLine::id, line -> line));
    Map<OrderLine, Integer> units = new LinkedHashMap<>();
    parcel
        .units()
        .forEach(
            (reservation, count) ->
                units.merge(lines.get(lineOf.get(reservation)), count, Integer::sum));
    return units;
  }

  private List<Owed> letter(Contents contents, ShippedPackage parcel) {
    Order order = contents.order();
    List<Item> items = new ArrayList<>();
    contents
        .units()
        .forEach(
            (line, units) ->
                items.add(
                    parcel
                        .substitute()
                        .map(sku -> new Item("", sku, units))
                        .orElseGet(() -> new Item(line.title(), line.sku(), units))));
    return letters.shipped(
        new About(order.id(), order.channel(), order.number(), order.customer()),
        parcel.reference(),
        items,
        Carriers.name(parcel.carrier()),
        new Letters.Followed(parcel.tracking(), Carriers.link(parcel.carrier(), parcel.tracking())),
        parcel.moreTracking().stream()
            .map(number -> new Letters.Followed(number, Carriers.link(parcel.carrier(), number)))
            .toList());
  }

  private static Entry entry(Contents contents, ShippedPackage parcel) {
    int units = contents.units().values().stream().mapToInt(Integer::intValue).sum();
    String instead =
        parcel
            .substitute()
            .map(
                sku ->
                    " in the place of "
                        + contents.units().keySet().stream()
                            .map(OrderLine::sku)
                            .distinct()
                            .collect(Collectors.joining(", ")))
            .orElse("");
    String what = parcel.substitute().map(sku -> " of " + sku).orElse("");
    return new Entry(
        contents.order().id(),
        "shipped",
        units + " units" + what + " shipped" + instead + " with " + by(parcel) + ".");
  }

  private static String by(ShippedPackage parcel) {
    String numbers =
        parcel.moreTracking().stream().map(number -> ", " + number).collect(Collectors.joining());
    return Carriers.name(parcel.carrier()) + ", tracking " + parcel.tracking() + numbers;
  }
}
