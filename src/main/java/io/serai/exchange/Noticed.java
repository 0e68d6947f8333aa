package io.serai.exchange;

import io.serai.exchange.SupplierFile.NoticedLine;
import io.serai.shipment.PackageStore.Told;
import io.serai.shipment.Shipment;
import io.serai.shipment.ShippedPackage;
import io.serai.stock.Reservation;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * Units of one purchase order line in one package, as a notice tells of them.
 *
 * @param line the first row that tells of them
 * @param substitute the SKU that is in the package, where it is not the one that was asked
 * @param units over all rows of the notice
 */
record Noticed(
    NoticedLine line,
    Shipment shipment,
    Reservation asked,
    Optional<String> substitute,
    int units) {

  /** The package, over all files: purchase order, tracking number and the supplier's own number. */
  String reference() {
    return reference(line) + substitute.map(sku -> "/" + sku).orElse("");
  }

  /** The package of a row; its numbers may come in another order when they come again. */
  static String reference(NoticedLine line) {
    return line.poNumber() + "/" + Collections.min(line.trackingNumbers()) + "/" + line.packageId();
  }

  /** Whether the same was told before, all of it or as one of its parts. */
  boolean isIn(Collection<Told> told) {
    int before = 0;
    for (Told each : told) {
      if (each.reservationId() == asked.id() && isOfThis(each.reference())) {
        if (each.units() == units) {
          return true;
        }
        before += each.units();
      }
    }
    return before == units;
  }

  /** Whether anything of the package was told before. */
  boolean isKnown(Collection<Told> told) {
    return told.stream().anyMatch(each -> isOfThis(each.reference()));
  }

  /**
   * The package that this one is, under another tracking number: nothing of the line is open, and
   * as many units have left in a package with the same number of the supplier's own.
   */
  Optional<Told> corrects(Collection<Told> told) {
    boolean isNamed = !line.packageId().isEmpty() && !line.packageId().startsWith("#");
    if (!isNamed || asked.open() > 0) {
      return Optional.empty();
    }
    return told.stream()
        .filter(each -> each.packageId() > 0 && each.reservationId() == asked.id())
        .filter(each -> each.units() == units)
        .filter(each -> each.reference().startsWith(line.poNumber() + "/"))
        .filter(each -> each.reference().endsWith("/" + line.packageId()))
        .findFirst();
  }

  /** A package with these units of it. */
  ShippedPackage parcel(String reference, int count) {
    return new ShippedPackage(
        shipment.id(),
        reference,
        line.carrier(),
        line.tracking(),
        line.moreTracking(),
        line.sscc(),
        line.shippedAt(),
        substitute,
        Map.of(asked.id(), count));
  }

  private boolean isOfThis(String other) {
    return other.equals(reference()) || other.startsWith(reference() + "/");
  }
}
