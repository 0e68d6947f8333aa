package io.serai.sandbox.supplier;

import io.serai.sandbox.world.Parcel;
import io.serai.sandbox.world.SupplierAnswer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a supplier has to say since its last files. The files go out in an order that makes sense:
 * acknowledgments, then ship notices, then the stock that no longer counts what has left.
 */
final class Outbox {
  private static final List<String> ACK =
      List.of("po_number", "line", "sku", "quantity", "status", "restock_date", "reason");
  private static final List<String> ASN =
      List.of(
          "po_number",
          "line",
          "sku",
          "quantity",
          "carrier",
          "tracking_number",
          "shipped_at",
          "package");
  private static final List<String> STOCK =
      List.of("sku", "quantity", "unit_cost", "lead_days", "restock_date", "restock_quantity");

  private final SupplierProfile profile;
  private final SupplierFiles files;
  private final List<List<String>> answers = new ArrayList<>();
  private final List<List<String>> parcels = new ArrayList<>();
  private final Set<Shelf> changed = new LinkedHashSet<>();

  Outbox(SupplierProfile profile, SupplierFiles files) {
    this.profile = profile;
    this.files = files;
  }

  void say(SupplierAnswer answer, Shelf.Expected restock, String reason) {
    answers.add(
        List.of(
            answer.purchaseOrder(),
            answer.line(),
            answer.sku(),
            "" + answer.quantity(),
            answer.status().name().toLowerCase(Locale.ROOT),
            restock == null ? "" : date(restock),
            reason));
  }

  void say(Parcel parcel) {
    parcels.add(
        List.of(
            parcel.purchaseOrder(),
            parcel.line(),
            parcel.sku(),
            "" + parcel.quantity(),
            parcel.carrier(),
            parcel.trackingNumber(),
            parcel.shippedAt().toString(),
            parcel.parcel()));
  }

  void changed(Shelf shelf) {
    changed.add(shelf);
  }

  /** Writes the files that are due, and forgets what they say. */
  void flush() {
    write("ACK", ACK, answers);
    write("ASN", ASN, parcels);
    List<List<String>> stock = new ArrayList<>(changed.stream().map(this::stock).toList());
    write("STOCK", STOCK, stock);
    changed.clear();
  }

  private void write(String kind, List<String> header, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      files.write(kind, header, rows);
      rows.clear();
    }
  }

  private List<String> stock(Shelf shelf) {
    return List.of(
        profile.code(shelf.sku()),
        "" + shelf.onHand(),
        shelf.unitCost().toPlainString().replace('.', profile.decimalMark()),
        "" + profile.leadDays(),
        shelf.expected().map(this::date).orElse(""),
        shelf.expected().map(restock -> "" + restock.quantity()).orElse(""));
  }

  private String date(Shelf.Expected restock) {
    return LocalDate.ofInstant(restock.at(), ZoneOffset.UTC)
        .format(DateTimeFormatter.ofPattern(profile.dateFormat(), Locale.ROOT));
  }
}
