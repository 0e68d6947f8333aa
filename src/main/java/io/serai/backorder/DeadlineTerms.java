package io.serai.backorder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The dates of one wait: when its customer is told, when the merchant is warned, and when it ends.
 *
 * @param notifyAfterDays days after which the customer is told of the delay
 * @param cancelAfterDays days after which the units are cancelled
 * @param warnBeforeDays how many days before that the merchant is warned; 0 for not at all
 * @param cancelDaysAfterEstimate calendar days after the estimated date on which the units are
 *     cancelled at the latest, such as a channel does by itself
 * @param answerWithinDays days that a customer has to answer a renewed delay
 * @param tellChangeOfDays how far an estimate has to move for the customer to be told
 */
public record DeadlineTerms(
    int notifyAfterDays,
    int cancelAfterDays,
    int warnBeforeDays,
    OptionalInt cancelDaysAfterEstimate,
    int answerWithinDays,
    Silence onSilence,
    int tellChangeOfDays,
    Days days) {

  /** When the customer of units that wait since then is told of the delay. */
  public Instant notifyAt(Instant promisedAt) {
    return days.after(promisedAt, notifyAfterDays);
  }

  /** When units that wait since then are cancelled; the cap after the estimate holds always. */
  public Instant cancelAt(Instant promisedAt, Optional<LocalDate> eta) {
    Instant limit = days.after(promisedAt, cancelAfterDays);
    return capDay(eta).map(days::begin).filter(cap -> cap.isBefore(limit)).orElse(limit);
  }

  /** The day with whose beginning units are cancelled at the latest, where a cap is set. */
  public Optional<LocalDate> capDay(Optional<LocalDate> eta) {
    return cancelDaysAfterEstimate.isEmpty()
        ? Optional.empty()
        : eta.map(day -> day.plusDays(cancelDaysAfterEstimate.getAsInt()));
  }

  /** When the merchant is warned of units that are cancelled then. */
  public Optional<Instant> warnAt(Instant cancelAt) {
    return warnBeforeDays == 0
        ? Optional.empty()
        : Optional.of(days.before(cancelAt, warnBeforeDays));
  }

  /** By when a customer who is told now of a renewed delay has to answer, if at all. */
  public Optional<Instant> answerBy(Instant now) {
    return onSilence == Silence.CANCEL
        ? Optional.of(days.after(now, answerWithinDays))
        : Optional.empty();
  }

  /** Whether an estimate differs from what a customer was told so far that it must be told. */
  public boolean mustTell(Optional<LocalDate> told, Optional<LocalDate> eta) {
    if (told.isEmpty() || eta.isEmpty()) {
      return told.isPresent() != eta.isPresent();
    }
    return Math.abs(ChronoUnit.DAYS.between(told.get(), eta.get())) >= tellChangeOfDays;
  }
}
