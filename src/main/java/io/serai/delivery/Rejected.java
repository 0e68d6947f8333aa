package io.serai.delivery;

/**
 * The other side has understood and does not take it: repeating changes nothing, so a person looks.
 */
public final class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A refusal that waiting does not cure. */
  public Rejected(String message) {
    super(message);
  }
}
