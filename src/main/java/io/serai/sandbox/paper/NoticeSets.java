package io.serai.sandbox.paper;

import io.serai.edi.document.Product;
import io.serai.edi.document.ShipNotice;
import io.serai.sandbox.world.Parcel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Parcels as sets of 856 or DESADV: a dispatch holds what has left at one time by one carrier for
 * one purchase order, each parcel a carton with its serial shipping container code; several stand
 * on a pallet.
 */
final class NoticeSets {
  /** What GS1 gives out to nobody: numbers for use inside of one house. */
  private static final String COMPANY = "0499999";

  // Names as the National Motor Freight Traffic Association abbreviates them.
  private static final Map<String, String> CARRIERS =
      Map.of("UPS", "UPSN", "USPS", "USPS", "FedEx", "FDEG", "DHL", "DHLE");

  private long dispatches;
  private long containers;

  private record Dispatch(String order, String carrier, Instant at) {}

  List<ShipNotice> of(List<Parcel> parcels) {
    return parcels.stream()
        .collect(
            Collectors.groupingBy(
                each -> new Dispatch(each.purchaseOrder(), each.carrier(), each.shippedAt()),
                LinkedHashMap::new,
                Collectors.toList()))
        .entrySet()
        .stream()
        .map(each -> of(each.getKey(), each.getValue()))
        .toList();
  }

  private ShipNotice of(Dispatch dispatch, List<Parcel> parcels) {
    List<String> numbers = parcels.stream().map(Parcel::trackingNumber).distinct().toList();
    List<ShipNotice.Container> all = new ArrayList<>();
    String pallet = numbers.size() > 1 ? "T" : "";
    if (numbers.size() > 1) {
      all.add(new ShipNotice.Container(pallet, "", "pallet", sscc(), List.of()));
    }
    for (String each : numbers) {
      all.add(new ShipNotice.Container(each, pallet, "carton", sscc(), List.of(each)));
    }
    return new ShipNotice(
        "D%06d".formatted(++dispatches),
        "original",
        dispatch.at(),
        Optional.empty(),
        CARRIERS.getOrDefault(dispatch.carrier(), dispatch.carrier()),
        List.of(),
        List.of(),
        List.of(),
        all,
        numbers.stream()
            .flatMap(number -> parcels.stream().filter(of -> of.trackingNumber().equals(number)))
            .map(NoticeSets::item)
            .toList());
  }

  private static ShipNotice.Item item(Parcel parcel) {
    return new ShipNotice.Item(
        "",
        parcel.purchaseOrder(),
        parcel.line(),
        List.of(new Product("vendor", parcel.sku())),
        BigDecimal.valueOf(parcel.quantity()),
        "EA",
        parcel.trackingNumber(),
        "",
        List.of());
  }

  /** The next code: 17 digits, and one that checks them, weighed by 3 and 1 in turn. */
  private String sscc() {
    String digits = "0" + COMPANY + "%09d".formatted(++containers);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return digits + (10 - sum % 10) % 10;
  }
}
