package io.serai.sandbox.store;

/** A way in which the store can fail a request. */
public enum Fault {
  /** HTTP 200 with a page for people instead of JSON. */
  NOT_JSON,
  /** HTTP 500 without acting. */
  SERVER_ERROR,
  /** HTTP 429 with {@code Retry-After: 1} without acting. */
  TOO_MANY_REQUESTS,
  /** HTTP 200 with the error THROTTLED without acting. */
  THROTTLED,
  /** The connection is dropped without acting. */
  DROP_BEFORE_ACTING,
  /** The request is carried out, and the connection is dropped before the answer. */
  DROP_AFTER_ACTING
}
