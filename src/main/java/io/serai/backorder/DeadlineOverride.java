package io.serai.backorder;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** What one block of the configuration says of dates; what it does not say is empty. */
record DeadlineOverride(
    Optional<Integer> notifyAfterDays,
    Optional<Integer> cancelAfterDays,
    Optional<Integer> warnBeforeDays,
    Optional<Integer> cancelDaysAfterEstimate,
    Optional<Integer> answerWithinDays,
    Optional<Silence> onSilence,
    Optional<Integer> tellChangeOfDays,
    Optional<Boolean> businessDays,
    Optional<Set<DayOfWeek>> workdays,
    Optional<Set<LocalDate>> holidays) {
  /** Says nothing. */
  static final DeadlineOverride NOTHING =
      new DeadlineOverride(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Both together: what this says goes before what the other says, but the tighter cap holds. */
  DeadlineOverride over(DeadlineOverride below) {
    return new DeadlineOverride(
        notifyAfterDays.or(below::notifyAfterDays),
        cancelAfterDays.or(below::cancelAfterDays),
        warnBeforeDays.or(below::warnBeforeDays),
        Stream.of(cancelDaysAfterEstimate, below.cancelDaysAfterEstimate)
            .flatMap(Optional::stream)
            .min(Integer::compare),
        answerWithinDays.or(below::answerWithinDays),
        onSilence.or(below::onSilence),
        tellChangeOfDays.or(below::tellChangeOfDays),
        businessDays.or(below::businessDays),
        workdays.or(below::workdays),
        holidays.or(below::holidays));
  }

  /** The terms, with the defaults where nothing is said. */
  DeadlineTerms terms(ZoneId zone) {
    return new DeadlineTerms(
        notifyAfterDays.orElse(7),
        cancelAfterDays.orElse(14),
        warnBeforeDays.orElse(2),
        cancelDaysAfterEstimate.map(OptionalInt::of).orElse(OptionalInt.empty()),
        answerWithinDays.orElse(7),
        onSilence.orElse(Silence.WAIT),
        tellChangeOfDays.orElse(1),
        new Days(
            zone,
            businessDays.orElse(false),
            workdays.orElse(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
            holidays.orElse(Set.of())));
  }
}
