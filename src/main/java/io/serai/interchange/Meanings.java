package io.serai.interchange;

import io.serai.edi.DocumentKind;
import io.serai.edi.SetHeader;
import java.util.Optional;

/** What the hub makes of each kind of document that a supplier may send. */
final class Meanings {
  private Meanings() {}

  /**
   * Why a good set is not applied.
   *
   * @param ignored whether nobody need look at it
   */
  record Objection(boolean ignored, String reason, String cure) {}

  /** The objection to a set, if there is one. */
  static Optional<Objection> objection(SetHeader set) {
    DocumentKind kind = set.kind().orElseThrow();
    return switch (kind) {
      case ACKNOWLEDGMENT,
          SHIP_NOTICE,
          STOCK_ADVICE,
          FUNCTIONAL_ACKNOWLEDGMENT,
          IMPLEMENTATION_ACKNOWLEDGMENT ->
          Optional.empty();
      case INVOICE, ORDER_CHANGE_ANSWER, ORDER_STATUS ->
          Optional.of(
              new Objection(true, "a " + set.type() + " is kept, and nothing follows from it", ""));
      case PURCHASE_ORDER, ORDER_CHANGE ->
          Optional.of(
              new Objection(
                  false,
                  "a " + set.type() + " asks us for goods, and we ask suppliers",
                  "Ask the supplier whom it is for."));
    };
  }
}
