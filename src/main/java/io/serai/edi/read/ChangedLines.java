package io.serai.edi.read;

import io.serai.edi.document.ChangedLine;
import io.serai.edi.document.OrderLine;
import io.serai.edi.stream.Segment;
import java.math.BigDecimal;

/** POC: one changed line of 860 and 865. */
final class ChangedLines {
  private ChangedLines() {}

  static ChangedLine read(Segment poc, X12Reading reading) {
    Values values = reading.values();
    OrderLine line =
        new OrderLine(
            poc.get(1),
            reading.products(poc, 8),
            values.numberIfAny(poc, 3, 1).orElse(BigDecimal.ZERO),
            values.unit(poc.get(5)),
            values.numberIfAny(poc, 6, 1),
            "");
    return new ChangedLine(
        reading.linePlace(),
        values.meaning(poc, 2, 1, "changes"),
        line,
        values.numberIfAny(poc, 4, 1));
  }

  static ChangedLine described(ChangedLine changed, String text) {
    return new ChangedLine(
        changed.place(),
        changed.change(),
        X12Reading.described(changed.line(), text),
        changed.left());
  }
}
