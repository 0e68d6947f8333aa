package io.serai.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who is told of events.
 *
 * @param name by which it is known; it never changes
 * @param url where messages are posted to
 * @param events what it wants: types, groups such as {@code order.*}, or {@code *}
 * @param pausedWhy why nothing is sent; empty when it was a person who paused it
 * @param fault what the last failure was; empty when the last message was taken
 * @param failingSince of the first failure since the last message that was taken
 * @param owed messages that wait to be sent
 * @param quarantined messages that were given up
 */
public record Subscription(
    String name,
    String url,
    List<String> events,
    boolean paused,
    String pausedWhy,
    Instant createdAt,
    String createdBy,
    Optional<Instant> succeededAt,
    Optional<Instant> failedAt,
    String fault,
    Optional<Instant> failingSince,
    Optional<Instant> oldSecretUntil,
    int owed,
    int quarantined) {

  /** In one word how it is: {@code paused}, {@code failing} or {@code active}. */
  public String state() {
    return paused ? "paused" : failingSince.isPresent() ? "failing" : "active";
  }

  /** Its secret, which is shown once. */
  public record Secret(String name, String secret) {
    @Override
    public String toString() {
      return "the secret of " + name;
    }
  }

  /** A message that was sent, or is to be. */
  public record Message(
      long id,
      String event,
      String type,
      String state,
      int attempts,
      Instant at,
      Optional<Instant> doneAt,
      Optional<Instant> dueAt,
      String fault,
      String answer) {}
}
