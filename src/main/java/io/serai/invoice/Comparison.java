package io.serai.invoice;

import io.serai.exchange.AskedPrices.Price;
import io.serai.exchange.SupplierFile.Invoice;
import io.serai.exchange.SupplierFile.InvoicedLine;
import io.serai.invoice.Difference.Kind;
import io.serai.stock.Reservation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Compares an invoice with what was ordered, agreed, shipped and billed before, line by line, and
 * its total with its own lines. A credit takes units off what was billed where it is at the agreed
 * price; at another price it gives back money alone, as when a price is corrected.
 */
final class Comparison {
  // Suppliers round each line, or their sum.
  private static final BigDecimal ROUNDING = new BigDecimal("0.005");

  private final Invoice invoice;
  private final BiPredicate<BigDecimal, BigDecimal> tells;
  private final Map<Long, Integer> billed;
  private final List<Difference> differences = new ArrayList<>();
  private final List<Integer> counted = new ArrayList<>();
  private final Set<String> currencies = new TreeSet<>();

  /**
   * A comparison.
   *
   * @param billed the units of each reservation that were billed before
   * @param tells whether a price differs from the agreed one by more than may be
   */
  Comparison(
      Invoice invoice, Map<Long, Integer> billed, BiPredicate<BigDecimal, BigDecimal> tells) {
    this.invoice = invoice;
    this.billed = new HashMap<>(billed);
    this.tells = tells;
  }

  /** The differences; and by how much each line raises what is billed, in {@link #counted}. */
  List<Difference> differences(List<Matched> lines) {
    lines.forEach(line -> counted.add(compare(line)));
    if (!currencies.isEmpty()) {
      add(
          Kind.CURRENCY,
          "",
          0,
          Optional.empty(),
          "It is in %s, and the purchase orders are in %s; prices were not compared."
              .formatted(invoice.currency(), String.join(", ", currencies)));
    }
    invoice.total().ifPresent(this::compareTotal);
    return List.copyOf(differences);
  }

  /** By how many units each line raises what is billed of its purchase order line. */
  List<Integer> counted() {
    return counted;
  }

  private int compare(Matched matched) {
    InvoicedLine line = matched.line();
    if (matched.asked().isEmpty()) {
      notOrdered(line);
      return 0;
    }
    Reservation asked = matched.asked().get();
    boolean samePrice = comparePrice(matched);
    int before = billed.getOrDefault(asked.id(), 0);
    int units =
        invoice.credit() ? credited(line, asked, before, samePrice) : billed(line, asked, before);
    billed.merge(asked.id(), units, Integer::sum);
    return units;
  }

  private void notOrdered(InvoicedLine line) {
    String where =
        line.poNumber().isEmpty() ? "no purchase order" : "purchase order " + line.poNumber();
    add(
        Kind.NOT_ORDERED,
        line.poNumber(),
        line.line(),
        Optional.of(amount(line, line.quantity())),
        "%d units of %s are billed on %s, where they were never asked for."
            .formatted(line.quantity(), line.code(), where));
  }

  private boolean comparePrice(Matched matched) {
    InvoicedLine line = matched.line();
    Price price = matched.price().orElse(null);
    if (price == null) {
      return true;
    }
    if (!invoice.currency().isEmpty() && !invoice.currency().equals(price.currency())) {
      currencies.add(price.currency());
      return true;
    }
    boolean same = !tells.test(price.agreed(), line.unitPrice());
    if (!same && !invoice.credit()) {
      BigDecimal each = line.unitPrice().subtract(price.agreed());
      add(
          Kind.PRICE,
          line.poNumber(),
          matched.asked().orElseThrow().lineNumber(),
          Optional.of(each.multiply(BigDecimal.valueOf(line.quantity()))),
          "%d units of %s are billed at %s each, and %s was agreed."
              .formatted(
                  line.quantity(),
                  line.code(),
                  line.unitPrice().toPlainString(),
                  price.agreed().toPlainString()));
    }
    return same;
  }

  private int billed(InvoicedLine line, Reservation asked, int before) {
    int above = line.quantity() - Math.max(0, asked.shipped() - before);
    int twice = Math.max(0, Math.min(above, before));
    if (twice > 0) {
      add(
          Kind.BILLED_TWICE,
          line.poNumber(),
          asked.lineNumber(),
          Optional.of(amount(line, twice)),
          "%d units of %s are billed, and of the %d that have shipped %d were billed before."
              .formatted(line.quantity(), line.code(), asked.shipped(), before));
    }
    if (above > twice) {
      add(
          Kind.ABOVE_SHIPPED,
          line.poNumber(),
          asked.lineNumber(),
          Optional.of(amount(line, above - twice)),
          "%d units of %s are billed, and %d have shipped."
              .formatted(line.quantity(), line.code(), asked.shipped()));
    }
    return line.quantity();
  }

  private int credited(InvoicedLine line, Reservation asked, int before, boolean samePrice) {
    if (!samePrice) {
      return 0;
    }
    int above = line.quantity() - Math.max(0, before);
    if (above > 0) {
      add(
          Kind.ABOVE_BILLED,
          line.poNumber(),
          asked.lineNumber(),
          Optional.of(amount(line, above).negate()),
          "%d units of %s are credited, and %d were billed."
              .formatted(line.quantity(), line.code(), Math.max(0, before)));
    }
    return -line.quantity();
  }

  private void compareTotal(BigDecimal total) {
    BigDecimal sum =
        invoice.lines().stream()
            .map(line -> amount(line, line.quantity()))
            .reduce(invoice.charges(), BigDecimal::add);
    BigDecimal more = total.subtract(sum);
    BigDecimal rounded = ROUNDING.multiply(BigDecimal.valueOf(invoice.lines().size() + 1L));
    if (more.abs().compareTo(rounded) > 0) {
      add(
          Kind.TOTAL,
          "",
          0,
          Optional.of(invoice.credit() ? more.negate() : more),
          "Its total is %s, and its lines and charges come to %s."
              .formatted(total.toPlainString(), sum.toPlainString()));
    }
  }

  private static BigDecimal amount(InvoicedLine line, int units) {
    return line.unitPrice().multiply(BigDecimal.valueOf(units));
  }

  private void add(Kind kind, String poNumber, int line, Optional<BigDecimal> amount, String text) {
    differences.add(new Difference(kind, poNumber, line, amount, text));
  }
}
