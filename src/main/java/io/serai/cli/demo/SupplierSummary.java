package io.serai.cli.demo;

import io.serai.sandbox.Sandbox;
import io.serai.sandbox.supplier.SupplierProfile;
import io.serai.sandbox.world.InterchangeFigures;
import io.serai.sandbox.world.Parcel;
import io.serai.sandbox.world.PurchaseOrder;
import io.serai.sandbox.world.Seen;
import io.serai.sandbox.world.World;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What the demo prints of each supplier: how it exchanges files, what it was asked and has shipped,
 * and, where interchanges are numbered, whether both sides have acknowledged each other's.
 */
final class SupplierSummary {
  private static final String COLUMNS = "%-8s %-14s %-5s %9s %9s %9s %8s %6s%n";
  private static final String INTERCHANGES = "%-8s %6s %6s %6s %5s %8s %6s %5s %9s %8s%n";
  private static final int SHOWN = 5;

  private final Handle handle;
  private final Sandbox sandbox;
  private final World world;
  private final PrintWriter out;

  SupplierSummary(Handle handle, Sandbox sandbox, PrintWriter out) {
    this.handle = handle;
    this.sandbox = sandbox;
    this.world = sandbox.world();
    this.out = out;
  }

  /** Prints the tables; true when suppliers could read everything and no number is missing. */
  boolean print() {
    out.println();
    out.printf(
        COLUMNS, "Supplier", "format", "by", "orders", "units", "packages", "shipped", "bad");
    sandbox.suppliers().forEach(this::row);
    List<SupplierProfile> numbered =
        sandbox.suppliers().stream().filter(each -> each.format().isEdi()).toList();
    if (!numbered.isEmpty()) {
      out.println("Interchanges, with functional acknowledgments both ways:");
      out.printf(
          INTERCHANGES,
          "",
          "sent",
          "acked",
          "unread",
          "gaps",
          "received",
          "acked",
          "bad",
          "corrected",
          "repeated");
    }
    boolean kept = true;
    for (SupplierProfile each : numbered) {
      kept &= interchanges(each.id());
    }
    world.badFiles().stream().limit(SHOWN).forEach(why -> out.println("    " + why));
    return kept && world.badFiles().isEmpty();
  }

  private void row(SupplierProfile supplier) {
    String id = supplier.id();
    List<Parcel> parcels =
        world.parcels().stream().filter(each -> each.supplier().equals(id)).toList();
    out.printf(
        COLUMNS,
        id,
        supplier.format().title(),
        supplier.format().transport(),
        number(ordersOf(id).count()),
        number(ordersOf(id).mapToInt(each -> each.what().units()).sum()),
        number(parcels.stream().map(Parcel::trackingNumber).distinct().count()),
        number(parcels.stream().mapToInt(Parcel::quantity).sum()),
        number(world.badFiles().stream().filter(why -> why.startsWith(id + ": ")).count()));
  }

  private Stream<Seen<PurchaseOrder>> ordersOf(String supplier) {
    return world.purchaseOrders().stream().filter(each -> each.what().supplier().equals(supplier));
  }

  private boolean interchanges(String supplier) {
    InterchangeFigures seen = world.interchanges(supplier).figures();
    long sent = count("sent_at is not null", supplier);
    long heard = count("outcome is not null", supplier);
    out.printf(
        Locale.ROOT,
        INTERCHANGES,
        supplier,
        number(sent),
        number(heard),
        number(sent - seen.received()),
        number(seen.gaps()),
        number(seen.sent()),
        number(seen.acknowledged()),
        number(seen.badSets()),
        number(seen.corrected()),
        number(seen.duplicates()));
    boolean kept = seen.isKept() && sent == seen.received() && heard == seen.acknowledgments();
    if (!kept) {
      out.println("broken: interchanges of " + supplier + ": " + seen);
    }
    return kept;
  }

  private long count(String condition, String supplier) {
    return handle
        .createQuery(
            "select count(*) from sent_interchange where supplier = :supplier and " + condition)
        .bind("supplier", supplier)
        .mapTo(Long.class)
        .one();
  }

  private static String number(long figure) {
    return String.format(Locale.ROOT, "%,d", figure);
  }
}
