package io.serai.edi.document;

import java.time.LocalDate;
import java.util.List;

/**
 * Answers a change of a purchase order: 865.
 *
 * @param outcome as in {@link Acknowledgment}
 * @param sequence the number of the change; may be empty
 */
public record OrderChangeAnswer(
    String poNumber,
    String purpose,
    String outcome,
    String sequence,
    LocalDate date,
    List<Reference> references,
    List<Party> parties,
    List<Line> lines)
    implements EdiDocument {

  /** A changed line with the answers to it. */
  public record Line(ChangedLine changed, List<Answer> answers) {}

  @Override
  public String kind() {
    return "orderChangeAnswer";
  }
}
