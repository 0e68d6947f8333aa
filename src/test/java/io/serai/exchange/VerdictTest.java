package io.serai.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.stock.Reservation;
import org.junit.jupiter.api.Test;

class VerdictTest {
  @Test
  void aRefusalThatComesAgainChangesNothing() {
    Reservation halfRefused = line(0);

    assertThat(Verdict.refusing(halfRefused, halfRefused, 1).given()).isZero();
  }

  @Test
  void whatTheSupplierWasAskedToStopIsStoppedThoughAsManyHaveBeenRefusedBefore() {
    Reservation halfRefusedAndRecalled = line(1);

    assertThat(Verdict.refusing(halfRefusedAndRecalled, halfRefusedAndRecalled, 1).withdrawn())
        .isEqualTo(1);
  }

  /** Two units, of which one was refused and one is confirmed. */
  private static Reservation line(int recalled) {
    return new Reservation(1, 1, 1, "north", "A", 1, 1, 1, 0, 1, recalled);
  }
}
