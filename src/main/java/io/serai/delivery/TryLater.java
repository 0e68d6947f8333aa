package io.serai.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * The other side cannot take it now, and says so: the delivery is tried again after a wait. When
 * the wait is known, nothing was wrong with the attempt and it is not counted.
 */
public final class TryLater extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final long UNKNOWN = -1;

  private final long waitMillis;
  private final boolean begun;

  /** A refusal that waiting may cure. */
  public TryLater(String message) {
    this(message, UNKNOWN, true);
  }

  private TryLater(String message, long waitMillis, boolean begun) {
    super(message);
    this.waitMillis = waitMillis;
    this.begun = begun;
  }

  /** A refusal that a known wait cures; nothing has been done yet. */
  public static TryLater after(String message, Duration wait) {
    return new TryLater(message, wait.toMillis(), false);
  }

  /** The same, when a part may have been done already: the next attempt looks before it acts. */
  public TryLater begun() {
    return new TryLater(getMessage(), waitMillis, true);
  }

  /** How long to wait; empty when nobody knows. */
  public Optional<Duration> waiting() {
    return waitMillis == UNKNOWN ? Optional.empty() : Optional.of(Duration.ofMillis(waitMillis));
  }

  /** Whether a part of it may have been done. */
  public boolean isBegun() {
    return begun;
  }
}
