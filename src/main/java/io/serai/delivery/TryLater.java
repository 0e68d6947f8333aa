package io.serai.delivery;

/** The other side cannot take it now, and says so: the delivery is tried again after a wait. */
public final class TryLater extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A refusal that waiting may cure. */
  public TryLater(String message) {
    super(message);
  }
}
