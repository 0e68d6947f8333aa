package io.serai.edi.read;

import io.serai.edi.document.Product;
import io.serai.edi.document.Scheduled;
import io.serai.edi.document.StockAdvice;
import io.serai.edi.document.StockItem;
import io.serai.edi.stream.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 846: BIA, and for each LIN its QTYs, its DTM 018 and its SCHs. */
final class StockAdvice846 extends X12Reading {
  private Segment bia = new Segment("BIA", 2);
  private String number = "";
  private List<Product> products = List.of();
  private List<StockItem.Quantity> quantities = List.of();
  private List<Scheduled> expected = List.of();
  private Optional<LocalDate> availableOn = Optional.empty();
  private Optional<BigDecimal> price = Optional.empty();

  StockAdvice846(Made made) {
    super(made);
  }

  @Override
  boolean manyLines() {
    return true;
  }

  @Override
  void segment(Segment segment) {
    switch (segment.tag()) {
      case "BIA" -> bia = segment;
      case "LIN" -> item(segment);
      case "QTY" -> quantity(segment);
      case "SCH" -> expected.add(schedule(segment));
      case "CTT" -> totals(segment, lines());
      case "PID" -> describe(segment);
      case "CTP" -> price = price.or(() -> values().numberIfAny(segment, 3, 1));
      case "DTM" -> date(segment);
      default -> {
        if (!inLine()) {
          common(segment);
        }
      }
    }
  }

  private void item(Segment lin) {
    beginLine(lin);
    quantities = list();
    expected = list();
    availableOn = Optional.empty();
    price = Optional.empty();
    takeDescription();
    number = lin.get(1);
    products = products(lin, 2);
  }

  private void quantity(Segment qty) {
    BigDecimal units = values().number(qty, 2, 1);
    addToHash(units);
    quantities.add(
        new StockItem.Quantity(
            values().codes().meaningOrSelf("stock", qty.get(1)), units, values().unit(qty.get(3))));
  }

  private void date(Segment dtm) {
    if (!inLine()) {
      common(dtm);
    } else if (dateKind(dtm.get(1)).equals("available")) {
      availableOn = values().dayIfAny(dtm, 2);
    }
  }

  @Override
  void line() {
    stock(
        new StockItem(
            linePlace(),
            number,
            products,
            takeDescription(),
            price,
            copy(quantities),
            copy(expected),
            availableOn));
  }

  @Override
  StockAdvice document(Segment end) {
    return new StockAdvice(
        values().required(bia, 3),
        purpose(bia, 1),
        values().day(bia, 4),
        currency(),
        copy(references()),
        parties().all());
  }
}
