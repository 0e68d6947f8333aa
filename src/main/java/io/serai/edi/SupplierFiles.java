package io.serai.edi;

import io.serai.document.Refused;
import io.serai.edi.document.Acknowledgment;
import io.serai.edi.document.Invoice;
import io.serai.edi.document.OrderChangeAnswer;
import io.serai.edi.document.OrderStatus;
import io.serai.edi.document.Product;
import io.serai.edi.document.Scheduled;
import io.serai.edi.document.ShipNotice;
import io.serai.edi.document.StockItem;
import io.serai.exchange.StockReader;
import io.serai.exchange.SupplierFile;
import io.serai.exchange.SupplierFile.AcknowledgedLine;
import io.serai.exchange.SupplierFile.NoticedLine;
import io.serai.exchange.SupplierFile.StatusLine;
import io.serai.stock.StockAdviceLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Canonical documents as the hub applies them, in single units and the supplier's own codes. Lines
 * that make no sense for that are told apart, and the others are good.
 */
public final class SupplierFiles {
  private static final int PRICE_DIGITS = 6;

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

  /** The answers to the changes that were asked for, as {@link ChangeAnswers} tells them. */
  public Result<SupplierFile.Acknowledgment> changeAnswer(OrderChangeAnswer document) {
    List<AcknowledgedLine> lines = new ArrayList<>();
    List<StockReader.Fault> faults = new ArrayList<>();
    for (OrderChangeAnswer.Line line : document.lines()) {
      each(
          line.changed().place(),
          line,
          faults,
          () -> lines.addAll(new ChangeAnswers(this, document).resolve(line)));
    }
    return new Result<>(new SupplierFile.Acknowledgment(List.copyOf(lines)), List.copyOf(faults));
  }

  /** Units of each line in each package, with all the tracking numbers that are the package's. */
  public Result<SupplierFile.ShipNotice> shipNotice(ShipNotice document) {
    List<NoticedLine> lines = new ArrayList<>();
    List<StockReader.Fault> faults = new ArrayList<>();
    Packing packing = new Packing(this, document);
    for (ShipNotice.Item item : document.items()) {
      each(item.place(), item, faults, () -> lines.add(packing.noticed(item)));
    }
    return new Result<>(new SupplierFile.ShipNotice(List.copyOf(lines)), List.copyOf(faults));
  }

  /** What is billed. An invoice with a line at fault is none, since its total would be another. */
  public Result<SupplierFile.Invoices> invoice(Invoice document) {
    List<SupplierFile.InvoicedLine> lines = new ArrayList<>();
    List<StockReader.Fault> faults = new ArrayList<>();
    Billed billed = new Billed(this, document);
    for (Invoice.Line line : document.lines()) {
      each(line.place(), line, faults, () -> lines.add(billed.line(line)));
    }
    List<SupplierFile.Invoice> said = faults.isEmpty() ? List.of(billed.whole(lines)) : List.of();
    return new Result<>(new SupplierFile.Invoices(said), List.copyOf(faults));
  }

  /** How far purchase orders and their lines are. */
  public Result<SupplierFile.StatusReport> orderStatus(OrderStatus document) {
    List<StatusLine> lines = new ArrayList<>();
    List<StockReader.Fault> faults = new ArrayList<>();
    for (OrderStatus.Order order : document.orders()) {
      order.statuses().forEach(each -> lines.add(status("", order, 0, each)));
      for (OrderStatus.Line line : order.lines()) {
        each(
            line.place(),
            line,
            faults,
            () -> {
              int number = lineNumber(line.place(), line.number());
              line.statuses().forEach(each -> lines.add(status(line.place(), order, number, each)));
            });
      }
    }
    return new Result<>(new SupplierFile.StatusReport(List.copyOf(lines)), List.copyOf(faults));
  }

  private static StatusLine status(
      String place, OrderStatus.Order order, int line, OrderStatus.Status status) {
    String where = place.isEmpty() ? "purchase order " + order.poNumber() : place;
    return new StatusLine(where, order.poNumber(), line, status.meaning(), status.date());
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

  /** What a code of the partner's means, if its table has it. */
  Optional<String> meaning(String table, String code) {
    return agreement.codes().meaning(table, code);
  }

  /** The price of a single unit. */
  BigDecimal unitPrice(String place, BigDecimal price, String unit) {
    BigDecimal eaches = eaches(place, unit);
    BigDecimal each =
        eaches.signum() == 0 ? price : price.divide(eaches, PRICE_DIGITS, RoundingMode.HALF_UP);
    return eaches.compareTo(BigDecimal.ONE) == 0 ? price : plain(each);
  }

  // 12.5 for 12.500000, and 10 rather than 1E+1.
  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private BigDecimal eaches(String place, String unit) {
    return meaning("eaches", unit.isEmpty() ? "EA" : unit)
        .map(BigDecimal::new)
        .orElseThrow(
            () ->
                new Refused(
                    place + ": '" + unit + "' is a unit that we cannot count",
                    "Add how many single units it is under codes.eaches."));
  }

  int units(String place, BigDecimal quantity, String unit) {
    BigDecimal eaches = eaches(place, unit);
    try {
      int units = quantity.multiply(eaches).intValueExact();
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
