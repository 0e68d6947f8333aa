package io.serai.edi.read;

import io.serai.edi.document.Answer;
import io.serai.edi.stream.Segment;

/** ACK: one answer for a line. */
final class Answers {
  private Answers() {}

  static Answer read(Segment ack, X12Reading reading) {
    Values values = reading.values();
    String meaning = values.meaning(ack, 1, 1, "ack");
    var date = values.dayIfAny(ack, 5);
    return new Answer(
        ack.get(1),
        meaning,
        values.numberIfAny(ack, 2, 1),
        values.unit(ack.get(3)),
        date,
        date.isEmpty() ? "" : reading.dateKind(ack.get(4)),
        reading.products(ack, 7));
  }
}
