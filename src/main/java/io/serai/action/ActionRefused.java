package io.serai.action;

/**
 * A deed that cannot be done: the message says why, and what to do instead. Nothing has been
 * changed by then.
 */
public final class ActionRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Refused for this reason, in sentences for the person. */
  public ActionRefused(String message) {
    super(message, null, false, false);
  }
}
