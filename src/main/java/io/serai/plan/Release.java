package io.serai.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * How long a planned order waits for others before its purchase orders go out, so that all that
 * wait can be planned together.
 *
 * @param waitMinutes the longest wait; 0 for no limit of its own
 * @param untilCutOff wait until the next cut-off of the first supplier of the plan that has one
 */
public record Release(int waitMinutes, boolean untilCutOff) {
  /** Purchase orders go out at once. */
  public static final Release AT_ONCE = new Release(0, false);

  /** Does any order wait at all? */
  public boolean waits() {
    return waitMinutes > 0 || untilCutOff;
  }

  /**
   * When the purchase orders of an order go out: the earlier of the two limits.
   *
   * @param planned when the order was planned first
   * @param suppliers the terms of the suppliers of its plan
   */
  public Instant due(Instant planned, Collection<SupplierTerms> suppliers) {
    Optional<Instant> cutOff =
        suppliers.stream()
            .filter(terms -> untilCutOff)
            .flatMap(terms -> terms.nextCutOff(planned).stream())
            .min(Instant::compareTo);
    Instant waited = planned.plus(Duration.ofMinutes(waitMinutes));
    return waitMinutes == 0
        ? cutOff.orElse(planned)
        : cutOff.filter(at -> at.isBefore(waited)).orElse(waited);
  }
}
