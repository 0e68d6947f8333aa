package io.serai.sandbox.rest;

/** A way in which a channel can fail a request. */
public enum Fault {
  /** HTTP 200 with a page for people instead of JSON. */
  NOT_JSON,
  /** HTTP 500 without acting. */
  SERVER_ERROR,
  /** HTTP 429 that says how long to wait, without acting. */
  TOO_MANY_WITH_WAIT,
  /** HTTP 429 that does not say how long to wait, without acting. */
  TOO_MANY_WITHOUT_WAIT,
  /** HTTP 200 with an error in the body, without acting; from the store it is THROTTLED. */
  ERROR_INSIDE,
  /** The request is carried out, and the connection is cut in the middle of the answer. */
  HALF_BODY,
  /** The connection is dropped without acting. */
  DROP_BEFORE_ACTING,
  /** The request is carried out, and the connection is dropped before the answer. */
  DROP_AFTER_ACTING,
  /** The request is carried out, and nothing comes until the client has given up. */
  NO_ANSWER,
  /** The access token is refused, although it is good. */
  TOKEN_REFUSED,
  /** The page token is refused, although it is good. */
  PAGE_EXPIRED
}
