package io.serai.deadline;

import io.serai.backorder.Backorder;
import io.serai.backorder.DeadlineTerms;
import io.serai.backorder.Due;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a customer is told of one wait.
 *
 * @param isRenewed it is not the first delay of it that they are told of
 * @param isSooner the units come sooner than they were told, which is no delay
 * @param answerBy by when they have to answer, if at all
 */
record Notice(Due due, boolean isRenewed, boolean isSooner, Optional<Instant> answerBy) {

  static Notice of(Due due, DeadlineTerms terms, Instant now) {
    boolean sooner =
        due.toldEta().isPresent()
            && due.backorder().eta().filter(eta -> eta.isBefore(due.toldEta().get())).isPresent();
    boolean renewed = !sooner && due.delaysTold() > 0;
    Optional<Instant> answerBy = renewed ? terms.answerBy(now) : Optional.empty();
    return new Notice(due, renewed, sooner, answerBy.or(due::answerBy));
  }

  Backorder backorder() {
    return due.backorder();
  }

  /** The same for the same waits with the same dates, and never the same again. */
  static String key(List<Notice> notices) {
    String parts =
        notices.stream()
            .map(
                notice ->
                    notice.backorder().id()
                        + ":"
                        + notice.due().delaysTold()
                        + ":"
                        + day(notice.due().toldEta())
                        + ">"
                        + day(notice.backorder().eta()))
            .collect(Collectors.joining(","));
    return UUID.nameUUIDFromBytes(parts.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("none");
  }
}
