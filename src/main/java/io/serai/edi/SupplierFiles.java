package io.serai.edi;

import io.serai.document.Refused;
import io.serai.edi.document.Acknowledgment;
import io.serai.edi.document.Product;
import io.serai.edi.document.Scheduled;
import io.serai.edi.document.ShipNotice;
import io.serai.edi.document.StockItem;
import io.serai.exchange.StockReader;
import io.serai.exchange.SupplierFile;
import io.serai.exchange.SupplierFile.AcknowledgedLine;
import io.serai.exchange.SupplierFile.NoticedLine;
import io.serai.stock.StockAdviceLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Canonical documents as the hub applies them, in single units and the supplier's own codes. Lines
 * that make no sense for that are told apart, and the others are good.
 */
public final class SupplierFiles {
  private final PartnerAgreement agreement;

  /** Those of one partner. */
  public SupplierFiles(PartnerAgreement agreement) {
    this.agreement = agreement;
  }

  /** What a document says to the hub, and the lines that say nothing to it. */
  public record Result<T>(T said, List<StockReader.Fault> faults) {}

  /** The answers for units of each line, where several ACKs may speak of one. */
  public Result<SupplierFile.Acknowledgment> acknowledgment(Acknowledgment document) {
    List<AcknowledgedLine> lines = new ArrayList<>();
    List<StockReader.Fault> faults = new ArrayList<>();
    for (Acknowledgment.Line line : document.lines()) {
      each(
          line.place(),
          line,
          faults,
          () -> lines.addAll(new LineAnswers(this, document, line).resolve()));
    }
    return new Result<>(new SupplierFile.Acknowledgment(List.copyOf(lines)), List.copyOf(faults));
  }

  /**
   * Units of each line in each package. Where an item has several tracking numbers, its units are
   * told under the first, since nobody says which unit is in which parcel.
   */
  public Result<SupplierFile.ShipNotice> shipNotice(ShipNotice document) {
    List<NoticedLine> lines = new ArrayList<>();
    List<StockReader.Fault> faults = new ArrayList<>();
    for (ShipNotice.Item item : document.items()) {
      each(item.place(), item, faults, () -> lines.add(noticed(document, item)));
    }
    return new Result<>(new SupplierFile.ShipNotice(List.copyOf(lines)), List.copyOf(faults));
  }

  private NoticedLine noticed(ShipNotice notice, ShipNotice.Item item) {
    Optional<ShipNotice.Container> container =
        notice.containers().stream().filter(each -> each.id().equals(item.container())).findFirst();
    List<String> tracking = new ArrayList<>();
    container.ifPresent(each -> tracking.addAll(each.tracking()));
    tracking.addAll(item.tracking());
    tracking.addAll(notice.tracking());
    String carrier = item.carrier().isEmpty() ? notice.carrier() : item.carrier();
    if (tracking.isEmpty()) {
      throw new Refused(
          item.place() + ": it has no tracking number",
          "Ask the supplier for one, as MAN+CP or REF+CN (X12), RFF+CN (EDIFACT).");
    }
    return new NoticedLine(
        item.place(),
        item.poNumber(),
        lineNumber(item.place(), item.line()),
        code(item.place(), item.products()),
        units(item.place(), item.quantity(), item.unit()),
        carrier,
        tracking.get(0),
        notice.shippedAt(),
        container.map(each -> each.sscc().isEmpty() ? each.id() : each.sscc()).orElse(""));
  }

  /**
   * What is on hand; where the supplier tells only what is free to sell, that.
   *
   * @param skuOf the SKU that the supplier's own code names
   * @throws Refused when no quantity tells it, or it is no whole number of units
   */
  public StockAdviceLine stock(StockItem item, Function<String, String> skuOf) {
    StockItem.Quantity quantity =
        quantity(item, "onHand")
            .or(() -> quantity(item, "available"))
            .orElseThrow(
                () ->
                    new Refused(
                        item.place() + ": it has no quantity on hand or available",
                        "Ask the supplier for QTY 17 or 33 (X12), 145 or 33 (EDIFACT), or add its code under codes.stock."));
    Optional<Scheduled> next =
        item.expected().stream().min((one, other) -> one.date().compareTo(other.date()));
    return new StockAdviceLine(
        skuOf.apply(code(item.place(), item.products())),
        units(item.place(), quantity.quantity(), quantity.unit()),
        item.price(),
        Optional.empty(),
        next.map(Scheduled::date).or(item::availableOn),
        next.map(each -> units(item.place(), each.quantity(), each.unit())));
  }

  private static Optional<StockItem.Quantity> quantity(StockItem item, String kind) {
    return item.quantities().stream().filter(each -> each.kind().equals(kind)).findFirst();
  }

  /** The supplier's code: the best kind of id that is agreed. */
  String code(String place, List<Product> products) {
    for (String kind : agreement.products()) {
      for (Product product : products) {
        if (product.kind().equals(kind)) {
          return product.id();
        }
      }
    }
    throw new Refused(
        place + ": it names its product by none of " + agreement.products(),
        "Ask the supplier for one of them, or add its qualifier under codes.products.");
  }

  int lineNumber(String place, String number) {
    if (!number.matches("0*[0-9]{1,9}")) {
      throw new Refused(
          place + ": '" + number + "' is no line of ours",
          "Ask the supplier to echo our line numbers.");
    }
    return Integer.parseInt(number);
  }

  int units(String place, BigDecimal quantity, String unit) {
    String eaches = agreement.codes().meaning("eaches", unit.isEmpty() ? "EA" : unit).orElse("");
    if (eaches.isEmpty()) {
      throw new Refused(
          place + ": '" + unit + "' is a unit that we cannot count",
          "Add how many single units it is under codes.eaches.");
    }
    try {
      int units = quantity.multiply(new BigDecimal(eaches)).intValueExact();
      if (units >= 0) {
        return units;
      }
    } catch (ArithmeticException e) {
      // Refused below, like a negative count.
    }
    throw new Refused(
        place + ": " + quantity.toPlainString() + " " + unit + " is no whole number of units",
        "Ask the supplier for a whole number.");
  }

  private static void each(
      String place, Record says, List<StockReader.Fault> faults, Runnable line) {
    try {
      line.run();
    } catch (Refused fault) {
      faults.add(new StockReader.Fault(place, says.toString(), fault));
    }
  }
}
