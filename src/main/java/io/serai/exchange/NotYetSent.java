package io.serai.exchange;

/**
 * A supplier answers a purchase order whose sending has not been noted yet; its file is applied a
 * little later.
 */
public final class NotYetSent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotYetSent(String poNumber) {
    super("purchase order " + poNumber + " is answered before its sending has been noted");
  }
}
