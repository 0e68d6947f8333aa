package io.serai.sandbox;

import io.serai.exchange.PurchaseOrder;
import io.serai.order.Address;
import io.serai.sandbox.supplier.Access;
import io.serai.sandbox.supplier.SupplierProfile;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deals with one supplier by its own protocol and in its own format, as any hub would. */
public final class SupplierDesk implements AutoCloseable {
  private final SupplierProfile profile;
  private final Drop drop;
  private final DeskPaper paper;
  private int receipts;

  public SupplierDesk(SupplierProfile profile, Access access) {
    this.profile = profile;
    this.drop = Drop.open(profile, access, profile.password());
    this.paper = profile.format().isEdi() ? new EdiDesk(profile) : TabularDesk.of(profile);
  }

  public static SupplierDesk of(Sandbox sandbox, String supplier) {
    SupplierProfile profile =
        sandbox.suppliers().stream().filter(each -> each.id().equals(supplier)).findFirst().get();
    return new SupplierDesk(profile, sandbox.access(profile));
  }

  /** Whether a login is taken at all. */
  public static boolean isOpen(SupplierProfile profile, String password, Access access) {
    try (Drop drop = Drop.open(profile, access, password)) {
      return !drop.list("orders/done").contains("nothing");
    } catch (UncheckedIOException refused) {
      return false;
    }
  }

  public SupplierProfile profile() {
    return profile;
  }

  /** Units of one SKU that are to be ordered. */
  public record Wanted(String order, int line, String sku, int quantity) {}

  /** Puts down a purchase order file, with all orders to one address in Leeds. */
  public void order(String name, List<Wanted> wanted) {
    Map<String, List<PurchaseOrder.Line>> orders = new LinkedHashMap<>();
    for (Wanted each : wanted) {
      orders
          .computeIfAbsent(each.order(), any -> new ArrayList<>())
          .add(
              new PurchaseOrder.Line(
                  each.line(), profile.code(each.sku()), each.quantity(), BigDecimal.ONE));
    }
    Address leeds =
        new Address("Søren O'Connor", "", "1 Mill Lane", "", "Leeds", "", "LS1 4DY", "GB", "");
    put(
        name + "." + paper.ending(),
        paper.write(
            orders.entrySet().stream()
                .map(
                    each -> new PurchaseOrder(each.getKey(), "1001", "USD", leeds, each.getValue()))
                .toList()));
  }

  /** Puts down a file: under another name first, then renamed. */
  public void put(String file, byte[] content) {
    drop.put("orders/." + file + ".part", content);
    drop.rename("orders/." + file + ".part", "orders/" + file);
  }

  /** Puts down a file under a name of one that is not whole. */
  public void leave(String file, byte[] content) {
    drop.put("orders/" + file, content);
  }

  public List<String> list(String folder) {
    return drop.list(folder).stream().filter(name -> !name.startsWith(".")).sorted().toList();
  }

  /** The rows of a file in {@code out}, which stays there. */
  public List<Map<String, String>> read(String file) {
    return paper.read(file, drop.get("out/" + file));
  }

  /** The rows of a kind in all files that are in {@code out}, oldest first. */
  public List<Map<String, String>> all(String kind) {
    return list("out").stream()
        .flatMap(name -> read(name).stream())
        .filter(row -> row.getOrDefault("kind", "").equals(kind))
        .toList();
  }

  /** What stands in a file. */
  public byte[] content(String path) {
    return drop.get(path);
  }

  /** Puts a file away, and acknowledges it where that is usual. */
  public void taken(String file) {
    if (profile.format().isEdi()) {
      paper
          .receipt(drop.get("out/" + file))
          .ifPresent(receipt -> put("FA-%06d.edi".formatted(++receipts), receipt));
    }
    drop.rename("out/" + file, "out/done/" + file);
  }

  @Override
  public void close() {
    drop.close();
  }
}
