package io.serai.backorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A wait of which something is due.
 *
 * @param toldEta the date that its customer was told last
 * @param delaysTold how often its customer was told of a delay
 * @param answerBy by when the customer has to say whether to wait on, if an answer is wanted
 */
public record Due(
    Backorder backorder,
    String channel,
    EtaSource etaSource,
    Optional<LocalDate> toldEta,
    int delaysTold,
    Optional<Instant> answerBy) {

  /** The estimate of the wait. */
  public Estimate estimate() {
    return new Estimate(
        backorder.eta().isPresent() ? backorder.supplier() : Optional.empty(),
        backorder.eta(),
        etaSource);
  }

  /** Whether the customer has been told anything that a change of the estimate would make wrong. */
  public boolean hasBeenTold() {
    return toldEta.isPresent() || delaysTold > 0;
  }
}
