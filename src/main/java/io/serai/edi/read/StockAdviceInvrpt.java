package io.serai.edi.read;

import io.serai.edi.document.Scheduled;
import io.serai.edi.document.StockAdvice;
import io.serai.edi.document.StockItem;
import io.serai.edi.stream.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** INVRPT: for each LIN its quantities; one with a date of its own (DTM) is expected then. */
final class StockAdviceInvrpt extends EdifactReading {
  private List<StockItem.Quantity> quantities = List.of();
  private List<Scheduled> expected = List.of();
  private Optional<LocalDate> availableOn = Optional.empty();
  private Segment qty;

  StockAdviceInvrpt(Made made) {
    super(made);
  }

  @Override
  boolean manyLines() {
    return true;
  }

  @Override
  void segment(Segment segment) {
    switch (segment.tag()) {
      case "LIN" -> {
        lin(segment);
        quantities = list();
        expected = list();
        availableOn = Optional.empty();
        qty = null;
      }
      case "CNT" -> total(segment);
      default -> {
        if (!inLine()) {
          common(segment);
        } else if (!ofLine(segment)) {
          detail(segment);
        }
      }
    }
  }

  private void detail(Segment segment) {
    if (segment.tag().equals("QTY")) {
      keep();
      qty = segment;
      quantity(segment);
    } else if (segment.tag().equals("DTM")) {
      String kind = dateKind(segment.get(1));
      boolean comes = kind.equals("available") || kind.equals("deliver");
      if (comes && qty != null) {
        expected.add(
            new Scheduled(quantity(qty), unit(qty), EdifactDates.day(segment, values()), kind));
        qty = null;
      } else if (comes) {
        availableOn = Optional.of(EdifactDates.day(segment, values()));
      }
    }
  }

  private void keep() {
    if (qty != null) {
      BigDecimal units = quantity(qty);
      quantities.add(
          new StockItem.Quantity(
              values().codes().meaningOrSelf("stock", qty.get(1)), units, unit(qty)));
    }
  }

  @Override
  void line() {
    keep();
    qty = null;
    stock(
        new StockItem(
            linePlace(),
            lineNumber(),
            products(),
            lineText(),
            price(),
            copy(quantities),
            copy(expected),
            availableOn));
  }

  @Override
  StockAdvice document(Segment end) {
    return new StockAdvice(number(), purpose(), date(), currency(), references(), parties().all());
  }
}
