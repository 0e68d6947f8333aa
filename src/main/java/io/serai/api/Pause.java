package io.serai.api;

import java.time.Duration;

/** A short wait on the spot; a test lets its own clock pass instead. */
@FunctionalInterface
public interface Pause {
  /** Real time, on this thread. */
  Pause REAL =
      wait -> {
        try {
          Thread.sleep(wait.toMillis() + 1);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      };

  /** Waits. */
  void of(Duration wait);
}
