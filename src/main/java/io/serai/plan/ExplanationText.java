package io.serai.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An {@link Explanation} as a person reads it. */
final class ExplanationText {
  private final Explanation of;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, DemandLine> lines = new HashMap<>();

  ExplanationText(Explanation explanation) {
    this.of = explanation;
    of.demand().lines().forEach(line -> lines.put(line.line(), line));
    heading();
    shipments();
    backorders();
    text.append("\nWhat was weighed, line by line\n");
    of.lines().forEach(this::line);
    alternatives();
  }

  private void heading() {
    Demand demand = of.demand();
    long units = demand.lines().stream().mapToLong(DemandLine::quantity).sum();
    text.append("Order ").append(demand.order());
    String from = demand.channel().isEmpty() ? "" : "sold on " + demand.channel();
    String to = demand.country().isEmpty() ? "" : "to " + demand.country();
    String both =
        List.of(from, to).stream().filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
    text.append(both.isEmpty() ? "" : " (" + both + ")").append(": ");
    text.append(count(demand.lines().size(), "line")).append(", ").append(count(units, "unit"));
    text.append(".\n").append(verdict(units)).append('\n');
  }

  private String verdict(long units) {
    Score score = of.plan().score();
    if (of.plan().held()) {
      long late =
          of.plan().backorders().stream()
              .filter(b -> isShort(b))
              .map(PlannedBackorder::line)
              .distinct()
              .count();
      return "The whole order is held: "
          + count(late, "line")
          + " cannot ship whole now, and\n"
          + "split.outOfStockThreshold divides an order only from "
          + count(of.rules().split().outOfStockThreshold() + 1, "such line")
          + " on.";
    }
    if (score.units() == 0) {
      return "Nothing ships now.";
    }
    return (score.units() == units ? "All of it ships" : score.units() + " units ship")
        + " now, in "
        + count(score.shipments(), "shipment")
        + ", for "
        + score.price().toPlainString()
        + ", the slowest in "
        + count(score.speed(), "day")
        + ".\n"
        + "By "
        + words()
        + ", "
        + proof();
  }

  /** Units of a held order that have a supplier wait for stock, the others for those. */
  private boolean isShort(PlannedBackorder backorder) {
    return backorder.supplier().isPresent()
        || of.lines().stream()
            .filter(seen -> seen.line().line().equals(backorder.line()))
            .allMatch(seen -> seen.offers().stream().allMatch(o -> o.sent() == 0));
  }

  private String words() {
    return of.rules().prioritize().stream()
        .map(Priority::word)
        .collect(Collectors.joining(", then "));
  }

  private String proof() {
    return of.plan()
        .bound()
        .map(
            bound ->
                "the best plan found in the time given; none can be better than "
                    + Differences.asWhole(bound, of.rules().prioritize())
                    + ".")
        .orElse("no plan is better.");
  }

  private void shipments() {
    for (PlannedShipment shipment : of.plan().shipments()) {
      text.append("  ").append(shipment.supplier()).append(" sends ");
      text.append(
          shipment.lines().stream()
              .map(line -> line.quantity() + " x " + lines.get(line.line()).sku())
              .collect(Collectors.joining(", ")));
      text.append('\n');
    }
  }

  private void backorders() {
    for (PlannedBackorder backorder : of.plan().backorders()) {
      text.append("  ").append(backorder.quantity()).append(" x ");
      text.append(lines.get(backorder.line()).sku());
      text.append(backorder.quantity() == 1 ? " waits" : " wait");
      text.append(backorder.supplier().map(s -> " for " + s).orElse(waitsForNobody()));
      text.append(backorder.eta().map(eta -> ", expected " + eta).orElse(""));
      text.append('\n');
    }
  }

  private String waitsForNobody() {
    return of.plan().held() ? " for the rest of the order" : ": no supplier may send this SKU";
  }

  private void line(SeenLine seen) {
    text.append("  Line ").append(seen.line().line()).append(": ");
    text.append(seen.line().quantity()).append(" x ").append(seen.line().sku()).append('\n');
    if (seen.offers().isEmpty()) {
      text.append("    nobody offers it\n");
    }
    List<String[]> rows = new ArrayList<>();
    seen.offers().forEach(offer -> rows.add(row(offer)));
    TextTable.append(text, "    ", rows);
    seen.notes().forEach(note -> text.append("    ").append(note).append('\n'));
  }

  private String[] row(SeenOffer seen) {
    Offer offer = seen.offer();
    String kept = seen.usable() < offer.quantity() ? " (" + seen.usable() + " usable)" : "";
    String fate =
        switch (seen.fate()) {
          case SENT -> "sends " + seen.sent();
          case LEFT -> "not taken: " + seen.why();
          case DROPPED -> "dropped, " + seen.why();
        };
    return new String[] {
      offer.supplier(),
      "has " + offer.quantity() + kept,
      "at " + offer.cost().toPlainString(),
      count(seen.leadDays(), "day"),
      fate
    };
  }

  private void alternatives() {
    if (of.alternatives().isEmpty()) {
      return;
    }
    text.append("\nWhat the next best plans would change\n");
    for (Alternative alternative : of.alternatives()) {
      String who =
          alternative.plan().shipments().stream()
              .map(PlannedShipment::supplier)
              .collect(Collectors.joining(", "));
      text.append("  Without ").append(alternative.without());
      text.append(who.isEmpty() ? ", nothing ships" : ", from " + who).append(": ");
      text.append(Differences.between(of.weighed(), alternative.plan().score())).append('\n');
    }
  }

  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
