package io.serai.exchange;

import io.serai.stock.Reservation;

/**
 * What an answer comes to for the units of one purchase order line.
 *
 * @param accepted units that are confirmed now
 * @param refused units that had no answer, and will not be shipped
 * @param withdrawn units that were confirmed before this file, and will not be shipped
 * @param tooLate units that are confirmed after they were given up
 * @param excess units that were never asked for, or are answered already
 */
record Verdict(int accepted, int refused, int withdrawn, int tooLate, int excess) {

  /** The units that the supplier will not ship. */
  int given() {
    return refused + withdrawn;
  }

  /** An acceptance; said again, or after the parcel, it changes nothing. */
  static Verdict accepting(Reservation asked, int quantity) {
    int accepted = Math.min(quantity, asked.unanswered());
    int rest = Math.max(0, quantity - accepted - asked.acknowledged() - asked.shipped());
    int tooLate = Math.min(rest, asked.released());
    return new Verdict(accepted, 0, 0, tooLate, rest - tooLate);
  }

  /**
   * An answer by which units will not be shipped. It takes the units without an answer first, then
   * those that were confirmed before. Where none is without an answer, and as many have been
   * refused before, it is the same answer again, unless the supplier was asked to stop some.
   *
   * @param before the same line before any row of this file
   */
  static Verdict refusing(Reservation asked, Reservation before, int quantity) {
    int refused = Math.min(quantity, asked.unanswered());
    int rest = quantity - refused;
    if (refused == 0 && rest <= before.released() && before.recalled() == 0) {
      return new Verdict(0, 0, 0, 0, 0);
    }
    int withdrawn = Math.min(rest, Math.min(before.acknowledged(), asked.acknowledged()));
    int excess = Math.max(0, rest - withdrawn - before.released());
    return new Verdict(0, refused, withdrawn, 0, excess);
  }
}
