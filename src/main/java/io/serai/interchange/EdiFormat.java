package io.serai.interchange;

import io.serai.document.Refused;
import io.serai.edi.DocumentKind;
import io.serai.edi.EdiWriter;
import io.serai.edi.Envelope;
import io.serai.edi.OrderDocuments;
import io.serai.edi.PartnerAgreement;
import io.serai.exchange.CancellationFormat;
import io.serai.exchange.DocumentFormat;
import io.serai.exchange.Numbers;
import io.serai.exchange.Numbers.Allotted;
import io.serai.exchange.PurchaseOrder;
import io.serai.exchange.StockReader;
import io.serai.exchange.SupplierFile;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Suppliers that exchange interchanges of X12 or EDIFACT. What they send is opened set by set, each
 * a document of its own, so no file of theirs is read by its name.
 */
public final class EdiFormat implements DocumentFormat {
  private final Partner partner;

  /** The format of one supplier. */
  public EdiFormat(Partner partner) {
    this.partner = partner;
  }

  /** Whom it speaks with. */
  public Partner partner() {
    return partner;
  }

  @Override
  public String fileName(long number) {
    return partner.fileName("purchaseOrder", number);
  }

  @Override
  public byte[] write(Numbers numbers, List<PurchaseOrder> orders) {
    PartnerAgreement agreement = partner.agreement();
    List<PurchaseOrder> sets = orders.stream().flatMap(order -> split(order).stream()).toList();
    Allotted allotted =
        numbers.allot(
            DocumentKind.PURCHASE_ORDER.type(agreement.standard()),
            sets.stream().map(PurchaseOrder::poNumber).toList());
    LocalDate today = LocalDate.ofInstant(allotted.at(), agreement.zone());
    return new EdiWriter(agreement)
        .write(
            envelope(agreement, allotted),
            sets.stream()
                .map(
                    order ->
                        OrderDocuments.order(order, partner.product(), today, agreement.standard()))
                .toList());
  }

  @Override
  public Optional<Refused> refusal(PurchaseOrder order) {
    try {
      write(new Trial(), List.of(order));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(
          new Refused(
              "purchase order " + order.poNumber() + " does not fit: " + e.getMessage(),
              "Correct the order at its channel, or order it by telephone."));
    }
  }

  /** Numbers of an interchange that nobody sends. */
  private static final class Trial implements Numbers {
    @Override
    public Allotted allot(String type, List<String> purchaseOrders) {
      return new Allotted(1, 1, 1, Instant.EPOCH);
    }

    @Override
    public void keep(long document) {
      // It is not stored.
    }
  }

  @Override
  public Optional<CancellationFormat> cancellations() {
    return partner.takesCancellations()
        ? Optional.of(new EdiCancellations(partner))
        : Optional.empty();
  }

  @Override
  public boolean isStockAdvice(String fileName) {
    return false;
  }

  @Override
  public void readStock(String fileName, Supplier<InputStream> content, StockReader reader) {
    throw unopened(fileName);
  }

  @Override
  public SupplierFile read(String fileName, byte[] content) {
    throw unopened(fileName);
  }

  /** The envelope of an interchange with these numbers. */
  static Envelope envelope(PartnerAgreement agreement, Allotted allotted) {
    return new Envelope(
        allotted.interchange(),
        allotted.group(),
        allotted.firstSet(),
        LocalDateTime.ofInstant(allotted.at(), agreement.zone()));
  }

  private static IllegalStateException unopened(String fileName) {
    return new IllegalStateException(fileName + " is opened before it is read");
  }

  private List<PurchaseOrder> split(PurchaseOrder order) {
    int most = partner.agreement().mostLines();
    List<PurchaseOrder> parts = new ArrayList<>();
    for (int from = 0; from < order.lines().size(); from += most) {
      parts.add(
          new PurchaseOrder(
              order.poNumber(),
              order.orderNumber(),
              order.currency(),
              order.shipTo(),
              order.lines().subList(from, Math.min(order.lines().size(), from + most))));
    }
    return parts;
  }
}
