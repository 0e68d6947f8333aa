package io.serai.exchange;

import io.serai.document.Document;
import io.serai.exchange.SupplierFile.NoticedLine;
import io.serai.shipment.PackageStore;
import io.serai.shipment.PackageStore.Told;
import io.serai.shipment.ShippedPackage;
import io.serai.stock.Reservation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Applies ship notices: units leave the ledger in packages, whose tracking is owed to the channel
 * and the customer. What has shipped is shipped: units that had been given up count too, where they
 * are still in hand. What counts for no order is kept apart, and the merchant is told.
 */
public final class ShipNotices {
  private final Books books;
  private final Codes codes;
  private final PackageStore packages;
  private final ParcelNews news;
  private final Leaving leaving;
  private final Unexpected unexpected;

  public ShipNotices(
      Books books,
      Codes codes,
      PackageStore packages,
      ParcelNews news,
      Leaving leaving,
      Unexpected unexpected) {
    this.books = books;
    this.codes = codes;
    this.packages = packages;
    this.news = news;
    this.leaving = leaving;
    this.unexpected = unexpected;
  }

  /**
   * Applies a file; lines that cannot be are quarantined one by one, and lines told before are
   * left.
   */
  public void apply(Handle handle, Document file, SupplierFile.ShipNotice notice) {
    Answered answered =
        Answered.lock(
            handle,
            books.orders(),
            books.shipments(),
            books.ledger(),
            file.account(),
            notice.lines().stream().map(NoticedLine::poNumber).toList());
    List<Told> told = packages.told(handle, answered.shipmentIds());
    List<Noticed> news = new ArrayList<>();
    for (Noticed noticed : noticed(handle, file, notice, answered)) {
      if (!noticed.isIn(told) && noticed.units() > 0 && !corrected(handle, noticed, told)) {
        news.add(noticed);
      }
    }
    leaving.lockOffers(handle, file.account(), news);
    ship(handle, file, news, answered, told);
    books.shipments().closeWhereDone(handle, answered.shipmentIds());
    books.orders().endWhereDone(handle, answered.orderIds());
  }

  // Rows of one line and one package are one, whose first is named where something is wrong.
  private List<Noticed> noticed(
      Handle handle, Document file, SupplierFile.ShipNotice notice, Answered answered) {
    Map<String, Noticed> byPackage = new LinkedHashMap<>();
    for (NoticedLine line : notice.lines()) {
      Reservation asked = answered.line(line.poNumber(), line.line()).orElse(null);
      if (asked == null || !codes.names(line.code(), asked)) {
        unexpected.unknown(handle, file, line, Optional.ofNullable(asked), codes);
      } else {
        Optional<String> substitute =
            codes.isAsked(line.code(), asked)
                ? Optional.empty()
                : Optional.of(codes.sku(line.code(), asked));
        byPackage.merge(
            Noticed.reference(line) + "/" + line.line() + "/" + line.code(),
            new Noticed(
                line,
                answered.shipment(line.poNumber()).orElseThrow(),
                asked,
                substitute,
                line.quantity()),
            (first, more) ->
                new Noticed(
                    first.line(),
                    first.shipment(),
                    asked,
                    substitute,
                    first.units() + more.units()));
      }
    }
    return List.copyOf(byPackage.values());
  }

  private void ship(
      Handle handle, Document file, List<Noticed> all, Answered answered, List<Told> told) {
    Map<String, ShippedPackage> shipped = new LinkedHashMap<>();
    for (Noticed noticed : all) {
      String poNumber = noticed.line().poNumber();
      Reservation asked = answered.line(poNumber, noticed.line().line()).orElseThrow();
      int open = Math.min(noticed.units(), asked.open());
      Reservation now = leaving.leave(handle, noticed, asked, open);
      int counted =
          open + unexpected.countGivenUp(handle, file, noticed, now, noticed.units() - open);
      answered.now(poNumber, now.reclaiming(counted - open));
      if (counted > 0) {
        // More of a package that was told before gets a reference of its own.
        String reference =
            noticed.isKnown(told) ? noticed.reference() + "/" + file.name() : noticed.reference();
        shipped.merge(reference, noticed.parcel(reference, counted), ShipNotices::together);
      }
    }
    leaving.conclude(handle, all);
    news.tell(handle, List.copyOf(shipped.values()));
  }

  private static ShippedPackage together(ShippedPackage parcel, ShippedPackage more) {
    Map<Long, Integer> units = new LinkedHashMap<>(parcel.units());
    more.units().forEach((line, count) -> units.merge(line, count, Integer::sum));
    return new ShippedPackage(
        parcel.shipmentId(),
        parcel.reference(),
        parcel.carrier(),
        parcel.tracking(),
        both(parcel, more),
        parcel.sscc(),
        parcel.shippedAt(),
        parcel.substitute(),
        units);
  }

  // Each of the rows of one package may name other numbers of it.
  private static List<String> both(ShippedPackage parcel, ShippedPackage more) {
    return Stream.of(parcel.moreTracking(), List.of(more.tracking()), more.moreTracking())
        .flatMap(List::stream)
        .filter(number -> !number.equals(parcel.tracking()))
        .distinct()
        .toList();
  }

  private boolean corrected(Handle handle, Noticed noticed, List<Told> told) {
    Optional<Told> before = noticed.corrects(told);
    if (before.isPresent() && !before.get().tracking().equals(noticed.line().tracking())) {
      ShippedPackage corrected = noticed.parcel(noticed.reference(), noticed.units());
      packages.correct(handle, before.get().packageId(), corrected);
      news.tellCorrection(handle, corrected);
      unexpected.corrected(handle, noticed, before.get().tracking());
    }
    return before.isPresent();
  }
}
