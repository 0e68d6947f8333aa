package io.serai.edi.document;

import java.time.LocalDate;
import java.util.List;

/**
 * Answers a purchase order: 855, ORDRSP.
 *
 * @param poNumber BAK03, or RFF+ON
 * @param outcome of the whole: {@code accepted}, {@code changed}, {@code rejected}, {@code held};
 *     empty where the document does not say
 * @param supplierOrder the supplier's own number of the order; may be empty
 * @param date of the purchase order or of the answer, as the document has it
 */
public record Acknowledgment(
    String poNumber,
    String purpose,
    String outcome,
    String supplierOrder,
    LocalDate date,
    List<Reference> references,
    List<Party> parties,
    List<Line> lines)
    implements EdiDocument {

  /**
   * A line of the purchase order with its answers.
   *
   * @param place where it stands, for messages
   * @param line as it was ordered, or as it will be shipped where the supplier repeats it changed
   */
  public record Line(
      String place, OrderLine line, List<Answer> answers, List<Scheduled> schedules) {}

  @Override
  public String kind() {
    return "acknowledgment";
  }
}
