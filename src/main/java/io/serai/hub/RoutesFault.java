package io.serai.hub;

/** A route or connector that cannot be started; the message names its file. */
public final class RoutesFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RoutesFault(String message, Throwable cause) {
    super(message, cause);
  }
}
