package io.serai.intake;

import io.serai.order.IncomingOrder;
import io.serai.order.Said;
import java.util.Optional;

/**
 * What a revision says of a line that is here, beside what was said before.
 *
 * @param more units that are ordered now and were not before
 * @param fewer units that the channel calls cancelled and the hub has neither cancelled nor
 *     recalled
 * @param recalled units that their supplier is asked not to ship
 * @param again units that were cancelled and that the channel wants again
 * @param vanished whether the channel has ceased to name the line without a word of it
 * @param now what is said of the line from now on
 */
record LineChange(
    Family family, int more, int fewer, int recalled, int again, boolean vanished, Said now) {

  /** Compares a line with what is said of it now. */
  static LineChange of(Family family, int recalled, IncomingOrder.Line line) {
    return of(family, recalled, line.quantity(), Math.min(line.cancelled(), line.quantity()));
  }

  /** A line that the channel no longer names, of an order whose lines it names all. */
  static LineChange gone(Family family, int recalled) {
    return of(family, recalled, 0, 0);
  }

  /** A line that the channel does not name, for whatever reason. */
  static LineChange unnamed(Family family) {
    Said said = family.said();
    Said now =
        new Said(said.quantity(), said.cancelled(), said.cancelledBefore(), true, said.replaces());
    return new LineChange(family, 0, 0, 0, 0, !said.missing(), now);
  }

  // The most that was ever ordered stays the measure: what falls below it is cancelled.
  private static LineChange of(Family family, int recalled, int quantity, int cancelled) {
    Said said = family.said();
    int ordered = family.sold().ordered();
    int known = said.quantity().orElse(Math.max(quantity, ordered));
    int most = Math.max(known, quantity);
    int gone = cancelled + most - quantity;
    int before =
        said.quantity().isPresent()
            ? said.cancelledBefore()
            : Math.min(gone, Math.max(0, most - ordered));
    int fewer = gone - before - family.cancelled() - recalled;
    int again = said.quantity().isPresent() ? Math.max(0, said.cancelled() - gone) : 0;
    Said now = new Said(Optional.of(most), gone, before, false, said.replaces());
    return new LineChange(
        family, Math.max(0, quantity - known), Math.max(0, fewer), recalled, again, false, now);
  }

  /** Whether units move because of it. */
  boolean moves() {
    return more > 0 || fewer > 0;
  }

  /** Whether something else is said of the line than before. */
  boolean isNew() {
    return !now.equals(family.said());
  }
}
