package io.serai.choice;

import io.serai.order.OrderLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is open to the customer for one line: always to wait or to cancel, and the substitutes that
 * can be had now in full.
 *
 * @param units that wait
 * @param eta the latest estimated date of them; absent if that of any is not known
 * @param answerBy until when the customer is asked to answer, if asked
 * @param choseToWait whether the customer has said to wait since the last delay was told
 */
public record OpenChoice(
    OrderLine line,
    int units,
    Optional<LocalDate> eta,
    Optional<Instant> answerBy,
    boolean choseToWait,
    List<Offered> substitutes) {

  /** A SKU that may be taken instead, and what it is called. */
  public record Offered(String sku, String title) {}
}
