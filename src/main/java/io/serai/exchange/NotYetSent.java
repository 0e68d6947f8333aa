package io.serai.exchange;

/**
 * A supplier answers a purchase order whose sending has not been noted yet; its file is applied a
 * little later.
 */
public final class NotYetSent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotYetSent(String poNumber) {
    this("purchase order", poNumber);
  }

  /** The same for another kind of document of ours. */
  public NotYetSent(String what, String number) {
    super(what + " " + number + " is answered before its sending has been noted");
  }
}
