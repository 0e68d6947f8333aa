package io.serai.delivery;

import java.time.Duration;

/** What follows from an attempt that failed: another one after a wait that doubles, or a person. */
public final class Attempts {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private Attempts() {}

  /** What is done next. */
  public sealed interface Next {
    /** Try again. */
    record Retry(Duration after) implements Next {}

    /** Let a person look. */
    record Quarantine(String cure) implements Next {}
  }

  /**
   * Decides.
   *
   * @param attempts how many have been made
   * @param cause why the last one failed
   */
  public static Next after(int attempts, Throwable cause) {
    if (cause instanceof Rejected) {
      return new Next.Quarantine(
          "Read the answer, mend at the other side or in the account's settings what it names, then replay.");
    }
    if (attempts >= DeliveryStore.MOST_ATTEMPTS) {
      return new Next.Quarantine(
          "It failed " + attempts + " times. Mend what the fault names, then replay it.");
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 20));
    return new Next.Retry(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
  }
}
