package io.serai.sandbox.supplier;

import java.util.List;

/**
 * How a supplier behaves, as shares between 0 and 1.
 *
 * @param carries of all SKUs, how many it has
 * @param costShare of the shop's price, what it asks
 * @param shortShelves of its SKUs, how many it has fewer of than it thinks, but some
 * @param emptyShelves of its SKUs, how many it has none of although it thinks it has
 * @param twoParcels of purchase orders with several units, how many leave in two parcels
 * @param carriers whose services it uses
 */
record Temper(
    double carries,
    double costShare,
    double shortShelves,
    double emptyShelves,
    double twoParcels,
    List<String> carriers) {

  static Temper of(String supplier) {
    return switch (supplier) {
      case "north" -> new Temper(0.70, 0.62, 0.02, 0.01, 0.05, List.of("DHL", "UPS"));
      case "south" -> new Temper(0.75, 0.56, 0.03, 0.02, 0.20, List.of("USPS", "UPS", "FedEx"));
      case "east" -> new Temper(0.60, 0.50, 0.05, 0.01, 0.10, List.of("FedEx", "DHL"));
      default -> new Temper(0.50, 0.46, 0.03, 0.03, 0.10, List.of("Pony Relay", "USPS"));
    };
  }
}
