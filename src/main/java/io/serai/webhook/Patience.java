package io.serai.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a receiver that fails is borne with: a message is tried 13 times within three days, and
 * a subscription that has taken nothing for so long is paused.
 */
final class Patience {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(12),
          Duration.ofHours(20),
          Duration.ofHours(24));
  private static final Duration LONGEST_QUIET = Duration.ofMinutes(5);

  private Patience() {}

  /**
   * How long a message waits for its next attempt; empty when it is given up.
   *
   * @param attempts how many have failed
   */
  static Optional<Duration> afterAttempts(int attempts) {
    return attempts > WAITS.size() ? Optional.empty() : Optional.of(WAITS.get(attempts - 1));
  }

  /**
   * How long nothing is sent to a receiver.
   *
   * @param failures how many messages in a row it has failed to take
   */
  static Duration quiet(int failures) {
    Duration quiet = Duration.ofSeconds(1).multipliedBy(1L << Math.min(failures - 1, 10));
    return quiet.compareTo(LONGEST_QUIET) > 0 ? LONGEST_QUIET : quiet;
  }
}
