package io.serai.backorder;

import java.time.Instant;

/** A place in the queue of a SKU: a higher priority stands before, then the earlier promise. */
public record QueuePlace(int priority, Instant promisedAt, long id) {
  /** The place of a wait. */
  static QueuePlace of(Backorder wait) {
    return new QueuePlace(wait.priority(), wait.promisedAt(), wait.id());
  }
}
