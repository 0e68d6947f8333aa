package io.serai.sandbox.rest;

/** Why an API refuses a request before it looks at what is asked. */
public enum Complaint {
  /** There is no such path. */
  NOT_FOUND,
  /** The path has no such method. */
  NO_SUCH_METHOD,
  /** The access token is unknown or has ended. */
  TOKEN_REFUSED,
  /** The page token has ended. */
  PAGE_EXPIRED,
  /** Too many requests have been made. */
  TOO_MANY,
  /** The API itself is broken. */
  SERVER_ERROR
}
